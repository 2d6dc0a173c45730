import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../../law/report-form/table-four.ts';
import type { RedressColumn, RedressGroup, TableFourPath } from '../../law/report-form/table-four.ts';
import type { DisputeId } from './dispute-id.ts';
import { groupOf, standingIn } from './dispute.ts';
import type { Dispute } from './dispute.ts';

/** The disputes behind every cell of table four, sums too. */
export type RedressTally = Readonly<Record<RedressGroup, Readonly<Record<RedressColumn, readonly DisputeId[]>>>>;

/** Table four of a year with the disputes behind every cell. 复议 and the suit after it are one in each group. */
export function tallyDisputes(
  disputes: readonly { readonly id: DisputeId; readonly dispute: Dispute }[],
  year: number,
): RedressTally {
  const counted = disputes.flatMap(({ id, dispute }) => {
    const column = standingIn(dispute, year);
    return column === null ? [] : [{ id, group: groupOf(dispute), column }];
  });
  const cell = (group: RedressGroup, column: RedressColumn) =>
    counted.filter(one => one.group === group && (column === 'total' || one.column === column)).map(({ id }) => id);
  return Object.fromEntries(
    REDRESS_GROUPS.map(group => [
      group,
      Object.fromEntries(REDRESS_COLUMNS.map(column => [column, cell(group, column)])),
    ]),
  ) as unknown as RedressTally;
}

/** The 15 figures of table four. */
export function tableFourOf(tally: RedressTally): Readonly<Partial<Record<TableFourPath, number>>> {
  return Object.fromEntries(
    REDRESS_GROUPS.flatMap(group =>
      REDRESS_COLUMNS.map(column => [`table4.${group}.${column}`, tally[group][column].length]),
    ),
  );
}
