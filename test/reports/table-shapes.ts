import type { SpanCell, SpanTable } from './form-tables.ts';
import { rowsOfTable } from './form-tables.ts';
import type { Random } from './random-source.ts';

/** What becomes of a table of the form on its way into a file: one table or several. */
export type TableShape = (table: SpanTable, random: Random) => readonly SpanTable[];

/** As the form prints it. */
export const asPrinted: TableShape = table => [table];

/** No merged cells at all: the label of a group stands in every row that it covers, a wide label in its first column. */
export const withoutMerges: TableShape = table => {
  const grid: SpanCell[][] = table.rows.map(() => []);
  for (const [row, cells] of table.rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      const isRepeated = !cell.isDatum && row >= table.headerRows;
      for (let below = row; below < Math.min(row + cell.rowSpan, table.rows.length); below += 1)
        for (let right = column; right < column + cell.columnSpan; right += 1) {
          const isOwn = right === column && (below === row || isRepeated);
          grid[below]![right] = { text: isOwn ? cell.text : '', rowSpan: 1, columnSpan: 1, isDatum: cell.isDatum };
        }
    }
  }
  return [{ ...table, rows: grid }];
};

/** The label that spans all results spans one row too many or too few, as happens when rows are added by hand. */
export const withWrongSpans: TableShape = (table, random) => {
  const by = random.pick([-1, 1]);
  const rows = table.rows.map(cells =>
    cells.map(cell => (cell.rowSpan > 10 ? { ...cell, rowSpan: cell.rowSpan + by } : cell)),
  );
  return [{ ...table, rows }];
};

/** Cut where a page ended: two tables, the header only in the first, or once more in the second. */
export const cutByPage: TableShape = (table, random) => {
  if (table.key !== 'table3') return [table];
  const cut = 8 + random.below(10);
  const header = random.chance(0.5) ? rowsOfTable(table, 0, table.headerRows).rows : [];
  const second = rowsOfTable(table, cut, table.rows.length);
  return [rowsOfTable(table, 0, cut), { ...second, rows: [...header, ...second.rows] }];
};

/** Table two as one table for each item of article 20. */
export const byItems: TableShape = table => {
  if (table.key !== 'table2') return [table];
  const starts = table.rows.flatMap((cells, row) => (cells.length === 1 ? [row] : []));
  return starts.map((from, index) => rowsOfTable(table, from, starts[index + 1] ?? table.rows.length));
};

/** The header is a table of its own over that of the data. */
export const withHeaderApart: TableShape = (table, random) =>
  table.key === 'table2'
    ? byItems(table, random)
    : [rowsOfTable(table, 0, table.headerRows), rowsOfTable(table, table.headerRows, table.rows.length)];
