import type { FlatBlock, Paragraph, TextCell } from '../document/block.ts';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** So many empty rows end a table; what follows is another. */
const EMPTY_ROWS_BETWEEN = 20;
/** A merge reaching further than this only says “all the way”. */
const FAR_ROWS = 200;
const FAR_COLUMNS = 200;
/** A cell with more text than this, or with a full stop, is prose; the labels of forms are shorter. */
const PROSE_CHARACTERS = 80;

type Placed = SheetCell & { readonly rowSpan: number; readonly columnSpan: number };
/** A row of the sheet: its cells, and whether one text alone stands in it. */
type Row = { readonly index: number; readonly cells: readonly Placed[]; readonly alone: string | null };

/** Positions counted without what is hidden; undefined for a hidden one. */
function visibleIndex(isHidden: (index: number) => boolean, upTo: number): (number | undefined)[] {
  const indexes: (number | undefined)[] = [];
  let next = 0;
  for (let index = 0; index <= upTo; index += 1) {
    indexes.push(isHidden(index) ? undefined : next);
    if (!isHidden(index)) next += 1;
  }
  return indexes;
}

const keyOf = (row: number, column: number) => row * 16_384 + column;

function firstVisible(indexes: readonly (number | undefined)[], from: number, to: number): number | undefined {
  return indexes.slice(from, to + 1).find(index => index !== undefined);
}

function countVisible(indexes: readonly (number | undefined)[], from: number, to: number): number {
  return indexes.slice(from, to + 1).filter(index => index !== undefined).length;
}

/** The visible cells with their spans; what a merge covers is gone. */
function placeCells(sheet: Sheet): readonly Placed[] {
  const written = sheet.cells.filter(cell => cell.text !== '');
  const lastRow = written.reduce((last, cell) => Math.max(last, cell.row), -1);
  const lastColumn = written.reduce((last, cell) => Math.max(last, cell.column), -1);
  const rowsUpTo = lastRow + FAR_ROWS;
  const columnsUpTo = lastColumn + FAR_COLUMNS;
  const rowAt = visibleIndex(index => sheet.hiddenRows.has(index), rowsUpTo);
  const columnAt = visibleIndex(
    index => sheet.hiddenColumns.some(({ from, to }) => index >= from && index <= to),
    columnsUpTo,
  );
  const merges = new Map(sheet.merges.map(merge => [keyOf(merge.from.row, merge.from.column), merge]));
  /** For each column, the first row below the merge that covers it. */
  const freeFrom: number[] = [];
  const placed: Placed[] = [];
  for (const cell of sheet.cells) {
    if (cell.row > lastRow || cell.column > columnsUpTo) continue;
    if ((freeFrom[cell.column] ?? 0) > cell.row) continue;
    const merge = merges.get(keyOf(cell.row, cell.column));
    const toRow = Math.min(merge?.to.row ?? cell.row, cell.text === '' ? lastRow : cell.row + FAR_ROWS);
    const toColumn = Math.min(
      merge?.to.column ?? cell.column,
      cell.text === '' ? Math.max(lastColumn, cell.column) : cell.column + FAR_COLUMNS,
    );
    if (merge !== undefined)
      for (let column = cell.column; column <= toColumn; column += 1) freeFrom[column] = merge.to.row + 1;
    const row = firstVisible(rowAt, cell.row, toRow);
    const column = firstVisible(columnAt, cell.column, toColumn);
    if (row === undefined || column === undefined) continue;
    placed.push({
      text: cell.text,
      row,
      column,
      rowSpan: countVisible(rowAt, cell.row, toRow),
      columnSpan: countVisible(columnAt, cell.column, toColumn),
    });
  }
  return placed;
}

function rowsOf(placed: readonly Placed[]): readonly Row[] {
  const rows = [...Map.groupBy(placed, cell => cell.row)].sort(([a], [b]) => a - b);
  let coveredUntil = 0;
  return rows.map(([index, cells]) => {
    const isCovered = index < coveredUntil;
    coveredUntil = Math.max(coveredUntil, ...cells.map(cell => cell.row + cell.rowSpan));
    const only = cells.length === 1 && !isCovered && cells[0]!.rowSpan === 1 ? cells[0]!.text : '';
    return { index, cells, alone: only === '' ? null : only };
  });
}

const isProse = (row: Row) => row.alone !== null && (row.alone.length > PROSE_CHARACTERS || row.alone.includes('。'));

const paragraphsOf = (row: Row): Paragraph[] =>
  (row.alone ?? '')
    .split('\n')
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => ({ kind: 'paragraph', text }));

/** Which rows are text between tables: runs of rows with one text each that hold prose, or that end the sheet. */
function listTextRows(rows: readonly Row[]): ReadonlySet<Row> {
  const text = new Set<Row>();
  for (let from = 0; from < rows.length; from += 1) {
    if (rows[from]!.alone === null) continue;
    let to = from;
    while (to < rows.length && rows[to]!.alone !== null) to += 1;
    const run = rows.slice(from, to);
    const lastProse = run.findLastIndex(isProse);
    // What stands under the last prose, or alone on top, may be the head of the table below; a title above it is not.
    const headOfTable = to < rows.length ? 1 : 0;
    const asText = Math.max(
      lastProse + 1,
      from === 0 || lastProse >= 0 || headOfTable === 0 ? run.length - headOfTable : 0,
    );
    for (const row of run.slice(0, asText)) text.add(row);
    from = to;
  }
  return text;
}

/** Columns that hold nothing, left out where a table is so wide that they cannot be meant. */
function withoutEmptyColumns(cells: readonly Placed[]): readonly Placed[] {
  const used = [...new Set(cells.map(cell => cell.column))].sort((a, b) => a - b);
  const indexOf = new Map(used.map((column, index) => [column, index]));
  return cells.map(cell => ({
    ...cell,
    column: indexOf.get(cell.column)!,
    columnSpan: Math.max(
      1,
      used.filter(column => column >= cell.column && column < cell.column + cell.columnSpan).length,
    ),
  }));
}

const rightOf = (cells: readonly Placed[]) =>
  cells.reduce((last, cell) => Math.max(last, cell.column + cell.columnSpan), 0);

function tableOf(rows: readonly Row[]): FlatBlock[] {
  const top = rows[0]!.index;
  const written = rows.flatMap(row => row.cells);
  const texts = written.filter(cell => cell.text !== '');
  if (texts.length === 0) return [];
  const end = rightOf(texts);
  const kept = written.filter(cell => cell.column < end);
  const placed = rightOf(kept) > FAR_COLUMNS ? withoutEmptyColumns(kept) : kept;
  const left = placed.reduce((first, cell) => Math.min(first, cell.column), Number.POSITIVE_INFINITY);
  const bottom = placed.reduce((last, cell) => Math.max(last, cell.row + cell.rowSpan), 0);
  const [height, width] = [bottom - top, rightOf(placed) - left];
  if (height * width > LIMITS.tableArea) fail('too-many-cells');

  const cells: TextCell[] = [];
  const freeFrom: number[] = [];
  const byRow = Map.groupBy(placed, cell => cell.row);
  const isAlone = new Set(rows.filter(row => row.alone !== null).map(row => row.index));
  for (let row = top; row < bottom; row += 1) {
    const inRow = new Map((byRow.get(row) ?? []).map(cell => [cell.column, cell]));
    for (let column = left; column < left + width; column += 1) {
      if ((freeFrom[column] ?? 0) > row) continue;
      const cell = inRow.get(column);
      // A row in which one text stands alone has no empty cells beside it unless the file draws them.
      if (cell === undefined && (isAlone.has(row) || !byRow.has(row))) continue;
      const { text = '', rowSpan = 1, columnSpan = 1 } = cell ?? {};
      // Merges of a damaged file may overlap; the later one is cut.
      let width = 0;
      for (; width < columnSpan && (freeFrom[column + width] ?? 0) <= row; width += 1)
        freeFrom[column + width] = row + rowSpan;
      cells.push({ text, row: row - top, column: column - left, rowSpan, columnSpan: width });
      if (cells.length > LIMITS.cells) fail('too-many-cells');
    }
  }
  return [{ kind: 'table', rows: height, columns: width, cells }];
}

/**
 * A sheet as tables and paragraphs: hidden rows and columns left out, merges as spans, positions inside a table that the file
 * does not mention as empty cells. Rows of prose are paragraphs, and twenty empty rows part two tables.
 */
export function layOutSheet(sheet: Sheet): readonly FlatBlock[] {
  const rows = rowsOf(placeCells(sheet));
  const text = listTextRows(rows);
  const blocks: FlatBlock[] = [];
  let open: Row[] = [];
  const endTable = () => {
    if (open.length > 0) blocks.push(...tableOf(open));
    open = [];
  };
  for (const row of rows) {
    const previous = open.at(-1);
    if (previous !== undefined && row.index - previous.index > EMPTY_ROWS_BETWEEN) endTable();
    if (text.has(row)) {
      endTable();
      blocks.push(...paragraphsOf(row));
    } else open.push(row);
  }
  endTable();
  return blocks;
}
