import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdfContent } from './read-pdf.ts';

const FONT = new URL(
  '../../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  import.meta.url,
);
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(FONT)] }] });

type Cell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
};
type Table = { readonly rows: number; readonly columns: number; readonly cells: readonly Cell[] };

const words = fc.oneof(
  fc.constant(''),
  fc.nat(99_999).map(String),
  fc.string({
    unit: fc.constantFrom(...Array.from('政府信息公开申请数量总计（一）、其他处理')),
    minLength: 1,
    maxLength: 14,
  }),
);

/** A grid cut into random rectangles; a boundary that divides nothing in the whole table cannot be seen and is not there. */
const tables: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.integer({ min: 2, max: 9 }),
    columns: fc.integer({ min: 2, max: 8 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
      minLength: 72,
      maxLength: 72,
    }),
    texts: fc.array(words, { minLength: 72, maxLength: 72 }),
  })
  .map(({ rows, columns, spans, texts }) => {
    const taken = new Set<string>();
    const cells: Cell[] = [];
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        if (taken.has(`${row},${column}`)) continue;
        const [tall, wide] = spans[cells.length]!;
        let columnSpan = 1;
        while (columnSpan < wide && column + columnSpan < columns && !taken.has(`${row},${column + columnSpan}`))
          columnSpan += 1;
        const rowSpan = Math.min(tall, rows - row);
        for (let r = row; r < row + rowSpan; r += 1)
          for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
        cells.push({ row, column, rowSpan, columnSpan, text: texts[cells.length]! });
      }
    return { rows, columns, cells };
  });

/** The table without the boundaries no cell begins at. */
function visible({ rows, columns, cells }: Table): Table {
  const rowEdges = [...Array(rows + 1).keys()].filter(at => at === rows || cells.some(cell => cell.row === at));
  const columnEdges = [...Array(columns + 1).keys()].filter(
    at => at === columns || cells.some(cell => cell.column === at),
  );
  return {
    rows: rowEdges.length - 1,
    columns: columnEdges.length - 1,
    cells: cells.map(cell => {
      const row = rowEdges.indexOf(cell.row);
      const column = columnEdges.indexOf(cell.column);
      return {
        row,
        column,
        rowSpan: rowEdges.filter(edge => edge > cell.row && edge <= cell.row + cell.rowSpan).length,
        columnSpan: columnEdges.filter(edge => edge > cell.column && edge <= cell.column + cell.columnSpan).length,
        text: cell.text,
      };
    }),
  };
}

// The source never changes: given another source, the compiler may keep characters of the one before.
const SOURCE = `#let table-data = json(bytes(sys.inputs.table))
#set page(width: 20cm, height: 29cm, margin: 1cm)
#set text(font: "Noto Serif SC", size: table-data.size * 1pt, lang: "zh")
晴川区数据资源局的一张表格，下面是它的全部内容。
#table(columns: (2.2cm,) * table-data.columns, rows: (2.4cm,) * table-data.rows,
  stroke: table-data.stroke * 1pt, inset: 3pt, align: center + horizon,
  ..table-data.cells.map(cell => table.cell(x: cell.column, y: cell.row, rowspan: cell.rowSpan, colspan: cell.columnSpan,
    box(width: if cell.columnSpan == 1 { 2cm } else { 4cm }, align(center, cell.text)))))`;

function print(table: Table, size: number, stroke: number): Uint8Array {
  const inputs = { table: JSON.stringify({ ...table, size, stroke }) };
  return new Uint8Array(compiler.pdf({ mainFileContent: SOURCE, inputs }));
}

test('any grid with merged cells comes back as it was printed', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables
        .map(visible)
        .filter(
          table =>
            table.rows > 1 && table.columns > 1 && table.cells.length > 2 && table.cells.some(cell => cell.text !== ''),
        ),
      fc.constantFrom(6, 9, 12),
      fc.constantFrom(0.3, 0.7, 2),
      async (table, size, stroke) => {
        const result = await readPdfContent(print(table, size, stroke));
        if (!result.ok) throw new Error(result.problem.kind);
        const read = result.value.blocks.flatMap(block => (block.kind === 'table' ? [block.table] : []));
        expect(
          read.map(({ rows, columns, cells }) => ({
            rows,
            columns,
            cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
              row,
              column,
              rowSpan,
              columnSpan,
              text,
            })),
          })),
        ).toEqual([table]);
      },
    ),
    { numRuns: 100 },
  );
});
