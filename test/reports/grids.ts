import type { Grid, GridCell, Piece } from '../../src/annual-report/parse/piece.ts';
import { HEADINGS } from './printed-report.ts';
import type { PrintedReport, PrintedRow, PrintedTable } from './printed-report.ts';

/** How the tables of a page with reliable positions are built. */
export type GridStyle = {
  readonly name: string;
  readonly gridsOf: (table: PrintedTable) => readonly Grid[];
};

type Cells = readonly GridCell[];
const cell = (text: string, row: number, column: number, columnSpan = 1, rowSpan = 1): GridCell => ({
  text,
  row,
  column,
  rowSpan,
  columnSpan,
});
const gridOf = (rows: readonly Cells[]): Grid => ({
  rows: rows.length,
  columns: Math.max(1, ...rows.flat().map(({ column, columnSpan }) => column + columnSpan)),
  cells: rows.flatMap((cells, row) => cells.map(own => ({ ...own, row }))),
});

/** One row with its labels in the columns of the form: in table three a group's label stands left of the rows it spans. */
function formRow(table: PrintedTable, row: PrintedRow, index: number): Cells {
  if (table.key !== 'table3') return [...row.labels, ...row.data].map((text, column) => cell(text, index, column));
  if (row.data.length === 0) {
    const first = row.labels[0] === '自然人' || row.labels.length === 5 ? (row.labels.length === 5 ? 4 : 3) : 0;
    return row.labels.map((text, at) => cell(text, index, text === '总计' ? 9 : first + at));
  }
  const leaf = row.labels.at(-1)!;
  const isLeaf = /^[(（]?[1-9]/.test(leaf);
  const isResult = /^[(（]/.test(leaf);
  const column = isLeaf ? 2 : isResult ? 1 : 0;
  const labels = row.labels.map((text, at) => {
    const own = at === row.labels.length - 1 ? column : row.labels.length - at === 2 && isLeaf ? 1 : 0;
    return cell(text, index, own, at === row.labels.length - 1 ? 3 - column : 1);
  });
  return [...labels, ...row.data.map((text, at) => cell(text, index, 3 + at))];
}

const rowsOf = (table: PrintedTable): Cells[] => table.rows.map((row, index) => formRow(table, row, index));
const headerOf = (table: PrintedTable): Cells[] =>
  rowsOf(table).filter((_, index) => table.rows[index]!.data.length === 0);
const moved = (rows: readonly Cells[], by: number): Cells[] =>
  rows.map(cells => cells.map(own => ({ ...own, column: own.column + by })));

export const GRID_STYLES: readonly GridStyle[] = [
  { name: 'grid', gridsOf: table => [gridOf(rowsOf(table))] },
  {
    name: 'grid-shifted',
    gridsOf: table => [
      gridOf(moved(rowsOf(table), 2).map((cells, row) => [cell('', row, 0), cell('', row, 1), ...cells])),
    ],
  },
  {
    name: 'grid-empty-rows',
    gridsOf: table => [
      gridOf(rowsOf(table).flatMap(cells => [cells, [cell('', 0, 0), cell('', 0, 1), cell('', 0, 2)]])),
    ],
  },
  {
    name: 'grid-empty-column',
    // A column without content between the labels and the data, and one behind them.
    gridsOf: table => [
      gridOf(
        rowsOf(table).map((cells, row) =>
          table.rows[row]!.data.length === 0
            ? cells
            : [
                ...cells.map((own, at) =>
                  at < table.rows[row]!.labels.length ? own : { ...own, column: own.column + 1 },
                ),
                cell('', row, 30),
              ].concat(
                table.rows[row]!.labels.length === 0
                  ? []
                  : [cell('', row, cells[table.rows[row]!.labels.length]!.column)],
              ),
        ),
      ),
    ],
  },
  {
    name: 'grid-paged',
    // Cut by a page, the header repeated on the next.
    gridsOf: table =>
      table.key === 'table3'
        ? [gridOf(rowsOf(table).slice(0, 14)), gridOf([...headerOf(table), ...rowsOf(table).slice(14)])]
        : [gridOf(rowsOf(table))],
  },
  { name: 'grid-row-by-row', gridsOf: table => rowsOf(table).map(cells => gridOf([cells])) },
  {
    name: 'grid-without-header',
    gridsOf: table => [gridOf(table.key === 'table3' ? rowsOf(table).slice(3) : rowsOf(table))],
  },
];

const line = (text: string, heading?: number): Piece => ({
  kind: 'line',
  text,
  place: {},
  ...(heading === undefined ? {} : { heading }),
});

/** The pieces that a reader of web pages or documents would give for a report. */
export function piecesOf(report: PrintedReport, style: GridStyle): readonly Piece[] {
  const grids = report.tables.map(table =>
    style.gridsOf(table).map((grid): Piece => ({ kind: 'grid', grid, place: {} })),
  );
  return [
    line(`${report.agency}${report.year}年政府信息公开工作年度报告`, 1),
    line('本报告依法编制，统计期限为全年。'),
    line(HEADINGS['1'], 2),
    line('全年公开信息若干条，未发生泄密事件。'),
    line(HEADINGS['2'], 2),
    ...grids[0]!,
    line(HEADINGS['3'], 2),
    ...grids[1]!,
    line(HEADINGS['4'], 2),
    ...grids[2]!,
    line(HEADINGS['5'], 2),
    line('个别栏目更新较慢，下一步专人负责。'),
    line(HEADINGS['6'], 2),
    line('无。'),
  ];
}
