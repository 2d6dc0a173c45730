import { assertNever } from '../../../kernel/assert-never.ts';
import type { Layout, Slot } from './page-element.ts';

/** A row that was read: what stands behind its label, and what rows it can be measured against. */
export type DataRow = {
  readonly slots: readonly Slot[];
  readonly layout: Layout;
  /** Rows of one shape have their label in the same column of the same kind of layout. */
  readonly shape: string;
  /** Rows of one table share their columns. */
  readonly table: number;
};

/** Data in the order of the columns; `undefined` for a column that the page does not have in this row. */
export type Placed =
  | { readonly kind: 'placed'; readonly slots: readonly (Slot | undefined)[] }
  | { readonly kind: 'empty'; readonly isBlank: boolean }
  | { readonly kind: 'ambiguous'; readonly filled: number };

const filledOf = (slots: readonly Slot[]): Slot[] => slots.filter(slot => !slot.isBlank);
const leadOf = (slots: readonly Slot[]): number => slots.findIndex(slot => !slot.isBlank);
const trailOf = (slots: readonly Slot[]): number => slots.length - 1 - slots.findLastIndex(slot => !slot.isBlank);

function columnsOf(slots: readonly Slot[]): readonly number[] | null {
  const columns = slots.map(slot => slot.column);
  return columns.every(column => column !== undefined) ? columns : null;
}

const isFull = (row: DataRow, width: number): boolean => filledOf(row.slots).length === width;
const sameColumns = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((column, index) => column === right[index]);

function distinct(lists: readonly (readonly number[])[]): (readonly number[])[] {
  return lists.filter((list, index) => lists.findIndex(other => sameColumns(other, list)) === index);
}

/** The columns in which the full rows of a grid have their data, those of rows of the same shape where there are any. */
function columnsOfGrid(row: DataRow, rows: readonly DataRow[], width: number, header: readonly number[] | null) {
  const full = rows.filter(other => other.table === row.table && other.layout === 'grid' && isFull(other, width));
  const ofShape = full.filter(other => other.shape === row.shape);
  const lists = (ofShape.length > 0 ? ofShape : full).flatMap(other => {
    const columns = columnsOf(filledOf(other.slots));
    return columns === null ? [] : [columns];
  });
  if (lists.length > 0) return distinct(lists);
  // A header only proves where the blanks are if the row's own cells stand under it one by one.
  const own = columnsOf(row.slots);
  return header !== null && header.length === width && own !== null && sameColumns(own, header) ? [header] : [];
}

/**
 * Whether a row has as many cells as columns, blanks among them, like all full rows of its table. Then it stands in order, also
 * where a label above it spans a row too many and moved its cells.
 */
function hasOneCellAColumn(row: DataRow, peers: readonly DataRow[], width: number): boolean {
  const full = peers.filter(other => other.table === row.table && other.layout === 'grid' && isFull(other, width));
  return row.slots.length === width && full.length > 0 && full.every(other => other.slots.length === width);
}

function byGrid(row: DataRow, peers: readonly DataRow[], width: number, header: readonly number[] | null): Placed {
  const filled = filledOf(row.slots);
  if (hasOneCellAColumn(row, peers, width)) return { kind: 'placed', slots: row.slots };
  const known = columnsOfGrid(row, peers, width, header);
  if (known.length === 0) return byFields(row, [], width);
  const fitting = known.filter(columns => filled.every(slot => columns.includes(slot.column ?? -1)));
  if (fitting.length !== 1) return { kind: 'ambiguous', filled: filled.length };
  return { kind: 'placed', slots: fitting[0]!.map(column => row.slots.find(slot => slot.column === column)) };
}

/** Fields between delimiters count only within rows of as many fields: where blanks are dropped, a short row proves nothing. */
function byFields(row: DataRow, peers: readonly DataRow[], width: number): Placed {
  const filled = filledOf(row.slots);
  const ambiguous: Placed = { kind: 'ambiguous', filled: filled.length };
  const full = peers.filter(other => other.table === row.table && other.shape === row.shape && isFull(other, width));
  if (full.length === 0) {
    const windows = windowsOf(row.slots, width);
    if (windows.length === 1) return { kind: 'placed', slots: windows[0]! };
    return byRectangle(row, peers, width) ?? ambiguous;
  }
  const leads = new Set(
    full.filter(other => other.slots.length === row.slots.length).map(other => leadOf(other.slots)),
  );
  const [lead] = leads;
  if (lead === undefined || leads.size !== 1) return ambiguous;
  const window = row.slots.slice(lead, lead + width);
  return filledOf(window).length === filled.length ? { kind: 'placed', slots: window } : ambiguous;
}

const lastColumnOf = ({ slots }: DataRow): number | undefined => slots.at(-1)?.column;
/** So many full rows prove where the columns of a table stand whose rows all have the same number of fields. */
const ENOUGH_FULL_ROWS = 3;

/** By the columns of rows of another shape: only in a table all of whose rows have the same number of fields. */
function byRectangle(row: DataRow, peers: readonly DataRow[], width: number): Placed | undefined {
  const rows = peers.filter(other => other.table === row.table && other.layout === 'fields');
  const end = lastColumnOf(row);
  if (end === undefined || rows.some(other => lastColumnOf(other) !== end)) return undefined;
  const full = rows.filter(other => isFull(other, width));
  const lists = distinct(full.map(other => columnsOf(filledOf(other.slots)) ?? []));
  const [columns] = lists;
  if (full.length < ENOUGH_FULL_ROWS || lists.length !== 1 || columns?.length !== width) return undefined;
  if (!filledOf(row.slots).every(slot => columns.includes(slot.column ?? -1))) return undefined;
  return { kind: 'placed', slots: columns.map(column => row.slots.find(slot => slot.column === column)) };
}

/** Every way to see the row's slots as `width` columns in order, with blanks at both ends left over. */
function windowsOf(slots: readonly Slot[], width: number): (readonly Slot[])[] {
  const [lead, trail] = [leadOf(slots), trailOf(slots)];
  return Array.from({ length: lead + 1 }, (_, from) => slots.slice(from, from + width)).filter(
    (window, from) => window.length === width && from + width >= slots.length - trail,
  );
}

/** The number of blanks that all full rows have before and behind their data; null where they differ, or have some between. */
function usualBlanks(rows: readonly (DataRow & { readonly width: number })[]): { lead: number; trail: number } | null {
  const full = rows.filter(row => isFull(row, row.width));
  const [first] = full;
  if (first === undefined || full.length < 3) return null;
  const usual = { lead: leadOf(first.slots), trail: trailOf(first.slots) };
  const isAlike = (row: (typeof full)[number]) =>
    leadOf(row.slots) === usual.lead &&
    trailOf(row.slots) === usual.trail &&
    row.slots.length === usual.lead + row.width + usual.trail;
  return full.every(isAlike) ? usual : null;
}

function byGaps(row: DataRow, width: number, all: readonly (DataRow & { readonly width: number })[]): Placed {
  const filled = filledOf(row.slots).length;
  const usual = usualBlanks(all.filter(other => other.shape === row.shape));
  if (usual === null) return { kind: 'ambiguous', filled };
  const slots = row.slots.slice(usual.lead, row.slots.length - usual.trail);
  const isWhole = slots.length === width && filledOf(slots).length === filled;
  return isWhole ? { kind: 'placed', slots } : { kind: 'ambiguous', filled };
}

/**
 * Puts the data of a row into its columns. As many data as columns stand in order. Fewer are only placed where the page proves
 * which cells are blank: by the columns of a grid, by the number of fields between delimiters, or by the number of gaps in a
 * layout whose full rows show how it counts. Everything else is ambiguous: never a guess.
 * `header` are the columns of the header's own cells, `all` the rows of the whole page with their widths.
 */
export function placeData(
  row: DataRow,
  width: number,
  all: readonly (DataRow & { readonly width: number })[],
  header: readonly number[] | null = null,
): Placed {
  const filled = filledOf(row.slots);
  if (filled.length === width) return { kind: 'placed', slots: filled };
  if (filled.length > width) return { kind: 'ambiguous', filled: filled.length };
  if (filled.length === 0)
    return { kind: 'empty', isBlank: row.slots.some(slot => slot.certain) || row.slots.length >= width };
  if (row.slots.some(slot => !slot.certain)) return byGaps(row, width, all);
  const peers = all.filter(other => other.width === width);
  switch (row.layout) {
    case 'grid':
      return byGrid(row, peers, width, header);
    case 'fields':
      return byFields(row, peers, width);
    case 'bars':
    case 'spaces':
    case 'line':
      return { kind: 'ambiguous', filled: filled.length };
    default:
      return assertNever(row.layout);
  }
}
