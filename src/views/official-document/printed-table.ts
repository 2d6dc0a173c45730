/** What a cell is to whoever reads the table: the head of columns, the head of rows, or a figure. */
export type PrintedCellRole = 'column-head' | 'row-head' | 'figure';

/** One cell of a table as it is to be printed; `row` and `column` are the 0-based position of its upper left corner. */
export type PrintedCell = {
  /** Names the cell within its document: `table3.new.total`, or the head that stands for a row or a column: `table3.total`. */
  readonly id: string;
  readonly role: PrintedCellRole;
  readonly text: string;
  /** The figure as a number, for programs that calculate; null where none could be read, and in heads. */
  readonly number: number | null;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The ids of the heads that speak of this cell, outermost first. */
  readonly heads: readonly string[];
};

/** A table laid out for printing. Every slot of its grid belongs to exactly one cell. */
export type PrintedTable = {
  readonly key: string;
  /** What the table is, for those who cannot see where it stands. */
  readonly caption: string;
  readonly rows: number;
  readonly columns: number;
  /** The share of each column in the width; they add up to 100. */
  readonly widths: readonly number[];
  /** How many rows at the top repeat on every page. */
  readonly headRows: number;
  /** Rows at which a part of the table begins, row 0 or the first row below the head included. */
  readonly partsAt: readonly number[];
  /** What a page break should leave whole: the table, because merged heads would lose their rows, or each of its parts. */
  readonly keep: 'table' | 'parts';
  /** In reading order. */
  readonly cells: readonly PrintedCell[];
  /** `form`: words in 小四 with room to write, instead of figures close together. */
  readonly look?: 'form';
};

/** The cells by row, each in the row where it begins. */
export function rowsOf(table: PrintedTable): readonly (readonly PrintedCell[])[] {
  const rows: PrintedCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell);
  return rows;
}

/**
 * The texts slot by slot, for formats that know no merged cells: a merged cell's text stands in its first slot, the others are
 * empty. A row ends with its last cell's text: empty slots behind it would look like blank cells.
 */
export function textSlotsOf(table: PrintedTable): readonly (readonly string[])[] {
  return rowsOf(table).map(cells => {
    const last = cells.at(-1);
    const slots = Array.from({ length: last === undefined ? 0 : last.column + 1 }, () => '');
    for (const cell of cells) slots[cell.column] = cell.text;
    return slots;
  });
}
