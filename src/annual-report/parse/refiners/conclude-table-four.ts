import { REDRESS_COLUMNS, REDRESS_GROUP_LABEL, REDRESS_GROUPS } from '../../../law/report-form/table-four.ts';
import type { RedressColumn, RedressGroup } from '../../../law/report-form/table-four.ts';
import type { RowOfCells } from './concluded-cells.ts';
import { cellsOfRow, oneOf } from './concluded-cells.ts';
import type { DataRow } from './place-data.ts';
import { placeData } from './place-data.ts';
import type { RowFourSeen } from './table-readings.ts';

const LITIGATION: readonly RedressGroup[] = ['litigationDirect', 'litigationAfterReconsideration'];

/** The order of the five results, as the header prints it. */
function columnsOf(row: RowFourSeen): readonly RedressColumn[] {
  const seen = row.labels.flatMap(label => (label.kind === 'column-four' ? [label.column] : [])).slice(0, 5);
  return seen.length === 5 && new Set(seen).size === 5 ? seen : REDRESS_COLUMNS;
}

/** The groups that a row of so many data holds; undefined where that cannot be known. */
function groupsOf(row: RowFourSeen, width: number): readonly RedressGroup[] | undefined {
  if (width === 15) return REDRESS_GROUPS;
  const named = row.labels.flatMap(label => (label.kind === 'group-four' ? [label.group] : []));
  if (width === 10) {
    const isLitigation =
      named.length === 0 ? row.group === 'litigation' : named.every(group => group !== 'reconsideration');
    return isLitigation ? LITIGATION : undefined;
  }
  // Several groups named and data for one: values were lost, and nothing says whose are left.
  const [group] =
    named.length > 0
      ? named.length === 1
        ? named
        : []
      : row.group === null || row.group === 'litigation'
        ? []
        : [row.group];
  return group === undefined ? undefined : [group];
}

const WIDTHS = [5, 10, 15] as const;

/**
 * How many data a row should have: as many as it has cells, where its header names as many results; else as many as it has itself;
 * else as many results as its header names.
 */
function widthOf(row: RowFourSeen): 5 | 10 | 15 {
  const filled = row.slots.filter(slot => !slot.isBlank).length;
  const results = row.labels.filter(label => label.kind === 'column-four').length;
  const isUnderHeader = row.slots.length === results && row.slots.every(slot => slot.certain);
  const counts = isUnderHeader ? [results, filled] : [filled, results];
  return counts.flatMap(count => WIDTHS.find(width => width === count) ?? [])[0] ?? 15;
}

export const measuredFour = (rows: readonly RowFourSeen[]): readonly (DataRow & { readonly width: number })[] =>
  rows.map(row => ({ ...row, width: widthOf(row) }));

/** The groups of table four, from one row of fifteen data or from several smaller tables. */
export function concludeTableFour(
  rows: readonly RowFourSeen[],
  all: readonly (DataRow & { readonly width: number })[],
): readonly RowOfCells[] {
  const read = rows.flatMap(row => {
    const width = widthOf(row);
    const groups = groupsOf(row, width);
    const columns = columnsOf(row);
    const targets = (groups ?? REDRESS_GROUPS).flatMap(group =>
      columns.map(column => ({ path: `table4.${group}.${column}` as const, unit: 'count' as const })),
    );
    const placed =
      groups === undefined
        ? ({ kind: 'ambiguous', filled: row.slots.filter(slot => !slot.isBlank).length } as const)
        : placeData(row, width, all, row.header);
    const name = groups?.length === 1 ? REDRESS_GROUP_LABEL[groups[0]!] : '复议诉讼';
    return [{ groups: groups?.join() ?? '', row: cellsOfRow(placed, targets, { ...row, name, cost: 0 }) }];
  });
  return [...Map.groupBy(read, ({ groups }) => groups).values()].flatMap(
    group => oneOf(group.map(({ row }) => row)) ?? [],
  );
}
