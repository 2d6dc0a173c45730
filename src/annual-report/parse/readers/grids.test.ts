import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import type { Grid, GridCell, Piece } from '../piece.ts';
import { readPieces } from './index.ts';

/** Cuts a rectangle into merged cells: `wishes` are spans asked for, cut to what is free. No cell fills a whole row. */
function gridFrom(
  rows: number,
  columns: number,
  wishes: readonly (readonly [number, number])[],
  texts: readonly string[],
): Grid {
  const taken = new Set<string>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(`${row},${column}`)) continue;
      const [tall, wide] = wishes[cells.length % wishes.length]!;
      let columnSpan = 1;
      while (
        columnSpan < Math.min(wide, columns - 1) &&
        column + columnSpan < columns &&
        !taken.has(`${row},${column + columnSpan}`)
      )
        columnSpan += 1;
      const rowSpan = Math.min(tall, rows - row);
      for (let down = 0; down < rowSpan; down += 1)
        for (let across = 0; across < columnSpan; across += 1) taken.add(`${row + down},${column + across}`);
      cells.push({ text: texts[cells.length % texts.length]!, row, column, rowSpan, columnSpan });
    }
  return { rows, columns, cells };
}

const grids = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 2, max: 9 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 30 }),
    fc.array(fc.constantFrom('规章', '商业\n企业', '0', '12', '3.50', '', '（一）予以公开', 'a<b&"c"'), {
      minLength: 1,
      maxLength: 40,
    }),
  )
  .map(([rows, columns, wishes, texts]) => gridFrom(rows, columns, wishes, texts));

const rowsOf = (grid: Grid) =>
  Array.from({ length: grid.rows }, (_, row) => grid.cells.filter(cell => cell.row === row));
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>');

const asHtml = (grid: Grid) =>
  new TextEncoder().encode(
    `<!doctype html><table>${rowsOf(grid)
      .map(
        cells =>
          `<tr>${cells.map(cell => `<td rowspan="${cell.rowSpan}" colspan=${cell.columnSpan}>${escaped(cell.text)}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
  );

const asDocx = (grid: Grid) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: rowsOf(grid).map(
                cells =>
                  new TableRow({
                    children: cells.map(
                      ({ text, rowSpan, columnSpan }) =>
                        new TableCell({
                          rowSpan,
                          columnSpan,
                          children: text.split('\n').map(line => new Paragraph({ children: [new TextRun(line)] })),
                        }),
                    ),
                  }),
              ),
            }),
          ],
        },
      ],
    }),
  );

const asXlsx = (grid: Grid) =>
  writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows: Array.from({ length: grid.rows }, (_, row) =>
          Array.from(
            { length: grid.columns },
            (_, column) => grid.cells.find(cell => cell.row === row && cell.column === column)?.text ?? null,
          ),
        ),
        merges: grid.cells
          .filter(cell => cell.rowSpan * cell.columnSpan > 1)
          .map(cell => ({
            startRow: cell.row,
            startCol: cell.column,
            endRow: cell.row + cell.rowSpan - 1,
            endCol: cell.column + cell.columnSpan - 1,
          })),
      },
    ],
  });

async function piecesIn(bytes: Uint8Array, name: string): Promise<readonly Piece[]> {
  const read = await readPieces(bytes, name);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.pieces;
}

const WRITERS = { html: asHtml, docx: asDocx } as const;

test.each(['html', 'docx'] as const)('any merged table written as %s is read back cell for cell', async format => {
  await fc.assert(
    fc.asyncProperty(grids, async grid => {
      fc.pre(grid.cells.length > 1);
      expect(await piecesIn(await WRITERS[format](grid), `a.${format}`)).toEqual([
        { kind: 'grid', grid, place: { table: 1 } },
      ]);
    }),
    { numRuns: 60 },
  );
});

test('any merged table written as xlsx is read back cell for cell', async () => {
  await fc.assert(
    fc.asyncProperty(grids, async drawn => {
      fc.pre(drawn.cells.length > 1);
      // A sheet has no border where its text ends, so the cells at the edge must hold something.
      const grid = {
        ...drawn,
        cells: drawn.cells.map(cell => ({ ...cell, text: cell.text === '' ? '/' : cell.text })),
      };
      expect(await piecesIn(await asXlsx(grid), 'a.xlsx')).toEqual([{ kind: 'grid', grid, place: { table: 1 } }]);
    }),
    { numRuns: 60 },
  );
});

test('Word’s HTML in GB18030: list numbers stand in the text, numbers cut into spans are whole, o:p is blank', async () => {
  const bytes = readFileSync('fixtures/readers/word-gb18030.html');
  expect(await readPieces(bytes, 'a.htm')).toEqual({
    ok: true,
    value: {
      format: 'html',
      title: '丙镇年报',
      pieces: [
        { kind: 'line', text: '丙镇人民政府2023年政府信息公开工作年度报告', heading: 1, place: { line: 1 } },
        { kind: 'line', text: '一、   总体情况', place: { line: 2 } },
        { kind: 'line', text: '全年主动公开信息12条，其中政策文件3件。', place: { line: 3 } },
        {
          kind: 'grid',
          place: { table: 1 },
          grid: {
            rows: 3,
            columns: 3,
            cells: [
              { text: '信息内容', row: 0, column: 0, rowSpan: 2, columnSpan: 1 },
              { text: '本年', row: 0, column: 1, rowSpan: 1, columnSpan: 2 },
              { text: '制发\n件数', row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
              { text: '废止件数', row: 1, column: 2, rowSpan: 1, columnSpan: 1 },
              { text: '规章', row: 2, column: 0, rowSpan: 1, columnSpan: 1 },
              { text: '10', row: 2, column: 1, rowSpan: 1, columnSpan: 1 },
              { text: '', row: 2, column: 2, rowSpan: 1, columnSpan: 1 },
            ],
          },
        },
      ],
    },
  });
});

test('a page saved as one file is a page', async () => {
  expect(await piecesIn(readFileSync('fixtures/readers/saved-page.mht'), 'a.mht')).toMatchObject([
    { kind: 'line', text: '丁乡2023年报告' },
    { kind: 'grid', grid: { rows: 1, columns: 2 } },
  ]);
});

test('a sheet’s name that counts like a heading comes before its tables where a workbook has several', async () => {
  const sheets = ['二、主动公开', '表三'].map(name => ({
    name,
    rows: [
      ['规章', 0],
      ['文件', 4],
    ],
  }));
  expect(await piecesIn(await writeXlsx({ sheets }), 'a.xlsx')).toMatchObject([
    { kind: 'line', text: '二、主动公开' },
    { kind: 'grid', place: { table: 1 } },
    { kind: 'grid', place: { table: 2 } },
  ]);
});

test('hidden parts of a workbook are named in a note', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '表二',
        rows: [
          ['规章', 0],
          ['文件', 4],
          ['许可', 1],
        ],
        rowDefs: new Map([[1, { hidden: true }]]),
      },
      { name: '底稿', rows: [['草稿']], hidden: true },
    ],
  });
  const read = await readPieces(bytes, 'a.xlsx');
  expect(read).toMatchObject({ ok: true, value: { pieces: [{ kind: 'grid', grid: { rows: 2 } }] } });
  expect(read.ok ? read.value.notes : undefined).toEqual([
    '工作表“表二”有 1 行被隐藏，没有读取；如属于报告，请取消隐藏后重试',
    '工作表“底稿”被隐藏，没有读取；如属于报告，请取消隐藏后重试',
  ]);
});

test('a damaged document is refused in one sentence', async () => {
  const bytes = await asDocx({
    rows: 1,
    columns: 2,
    cells: [{ text: 'a', row: 0, column: 0, rowSpan: 1, columnSpan: 2 }],
  });
  expect(await readPieces(bytes.subarray(0, bytes.length / 2), 'a.docx')).toEqual({
    ok: false,
    problem: { message: '文件已损坏或不完整，无法读取，请用 Word 或 WPS 打开检查后另存为新文件再试' },
  });
});
