import { BEGINS_ITEM, spaceAtLineEnd } from './line-text.ts';
import type { RuledTable, FilledCell } from './ruled-table.ts';

const SAME_EDGE = 4;

/** The edges of both tables; null where they are not as wide or share no inner edge. Pages may be shifted sideways. */
function commonEdges(one: RuledTable, other: RuledTable): { xs: number[]; shift: number } | null {
  const [left, right] = [one.xs[0]!, one.xs.at(-1)!];
  const shift = left - other.xs[0]!;
  if (Math.abs(other.xs.at(-1)! + shift - right) > 2 * SAME_EDGE) return null;
  const xs = [...one.xs];
  let shared = 0;
  for (const edge of other.xs.map(x => x + shift)) {
    if (xs.some(x => Math.abs(x - edge) <= SAME_EDGE)) shared += 1;
    else xs.push(edge);
  }
  xs.sort((a, b) => a - b);
  const fewer = Math.min(one.xs.length, other.xs.length);
  return shared === fewer && xs.length === Math.max(one.xs.length, other.xs.length) ? { xs, shift } : null;
}

/** The cells of a table on other edges. */
function onEdges(table: RuledTable, xs: readonly number[], shift: number): FilledCell[] {
  const places = table.xs.map(x => {
    const distances = xs.map(edge => Math.abs(edge - x - shift));
    return distances.indexOf(Math.min(...distances));
  });
  return table.cells.map(cell => {
    const column = places[cell.column]!;
    return { ...cell, column, columnSpan: places[cell.column + cell.columnSpan]! - column };
  });
}

const rowsAlike = (one: readonly FilledCell[], other: readonly FilledCell[]) =>
  one.length === other.length &&
  one.every((cell, at) => {
    const twin = other[at]!;
    return (
      cell.text === twin.text &&
      cell.row === twin.row &&
      cell.column === twin.column &&
      cell.rowSpan === twin.rowSpan &&
      cell.columnSpan === twin.columnSpan
    );
  });

/** How many rows at the top of the second table repeat the top of the first; words must be among them. */
function repeatedHead(one: readonly FilledCell[], other: readonly FilledCell[], rows: number): number {
  for (let count = rows; count > 0; count -= 1) {
    const top = (cells: readonly FilledCell[]) => cells.filter(cell => cell.row < count);
    const closed = top(other).every(cell => cell.row + cell.rowSpan <= count);
    if (closed && rowsAlike(top(one), top(other)) && top(other).some(cell => /\p{L}{2}/u.test(cell.text))) return count;
  }
  return 0;
}

/** Two cells that meet at the page end, one above the other. */
type Seam = { readonly upper: FilledCell; readonly lower: FilledCell };

/** The cells of the last row above and of the first row below, in pairs; null where one has no counterpart. */
function seamsOf(upper: readonly FilledCell[], lower: readonly FilledCell[], cut: number): Seam[] | null {
  const last = new Map(upper.flatMap(cell => (cell.row + cell.rowSpan === cut ? [[cell.column, cell] as const] : [])));
  const seams = lower.flatMap(cell => {
    const above = cell.row === cut ? last.get(cell.column) : undefined;
    return above?.columnSpan === cell.columnSpan ? [{ upper: above, lower: cell }] : [];
  });
  return seams.length === last.size && seams.length === lower.filter(cell => cell.row === cut).length ? seams : null;
}

const isLabel = (text: string) => /\p{L}/u.test(text);
const overRows = ({ upper, lower }: Seam) => upper.rowSpan > 1 || lower.rowSpan > 1;

/** A label over several rows that the page cuts: its lower part is empty, or says the same again. */
const continues = (seam: Seam) =>
  overRows(seam) && isLabel(seam.upper.text) && (seam.lower.text === '' || seam.lower.text === seam.upper.text);

/**
 * Whether the first row below is the rest of the last row above: the text of a label goes on where it had no more room
 * above, no other cell has text in both parts, and all figures stand in one of them, or each in one of them so that no column
 * is without.
 */
function isCutRow(seams: readonly Seam[]): boolean {
  const both = seams.filter(({ upper, lower }) => upper.text !== '' && lower.text !== '');
  const flowing = both.filter(seam => !continues(seam));
  const figures = seams.filter(({ upper, lower }) => /^[\d,.]+$/.test(upper.text + lower.text));
  const isComplement = seams.every(
    seam => continues(seam) || flowing.includes(seam) || (seam.upper.text === '') !== (seam.lower.text === ''),
  );
  return (
    flowing.length > 0 &&
    flowing.every(({ upper, lower }) => upper.full && isLabel(lower.text) && !BEGINS_ITEM.test(lower.text)) &&
    figures.length > 0 &&
    (isComplement || figures.every(({ upper }) => upper.text === '') || figures.every(({ lower }) => lower.text === ''))
  );
}

/** The two cells of a seam as one; `shared` is the number of rows they have in common. */
function sewn({ upper, lower }: Seam, shared: 0 | 1): FilledCell {
  const text =
    lower.text === upper.text ? upper.text : upper.text + spaceAtLineEnd(upper.text, lower.text) + lower.text;
  return { ...upper, text, rowSpan: upper.rowSpan + lower.rowSpan - shared, full: lower.full };
}

/**
 * One table out of two parts that a change of page has cut, the head repeated on the second page dropped and a row cut in
 * two made whole; null where the second is not surely the continuation of the first.
 */
export function joinTables(one: RuledTable, other: RuledTable): RuledTable | null {
  const edges = commonEdges(one, other);
  if (edges === null) return null;
  const upper = onEdges(one, edges.xs, 0);
  const repeated = onEdges(other, edges.xs, edges.shift);
  const head = repeatedHead(upper, repeated, Math.min(one.rows, other.rows));
  if (head === other.rows) return null;
  const cut = one.rows;
  const below = repeated.filter(cell => cell.row >= head).map(cell => ({ ...cell, row: cell.row - head + cut }));
  const seams = seamsOf(upper, below, cut) ?? [];
  const shared = isCutRow(seams) ? 1 : 0;
  const closed = new Map(
    seams.flatMap(seam => (shared === 1 || continues(seam) ? [[seam.upper, sewn(seam, shared)] as const] : [])),
  );
  const gone = new Set(seams.flatMap(seam => (closed.has(seam.upper) ? [seam.lower] : [])));
  const lower = below.filter(cell => !gone.has(cell)).map(cell => ({ ...cell, row: cell.row - shared }));
  return {
    xs: edges.xs,
    ys: one.ys,
    rows: one.rows + other.rows - head - shared,
    columns: edges.xs.length - 1,
    cells: [...upper.map(cell => closed.get(cell) ?? cell), ...lower],
  };
}
