import type { Balance } from '../../../law/report-form/balances.ts';
import type { CellPath } from '../../../law/report-form/cells.ts';
import { cellAt } from '../../rules/report.ts';
import type { AnnualReport } from '../../rules/report.ts';

/**
 * How an equality of the form stands. Blanks and dashes count as 0 only if it then balances. `broken` is `certain` when no value
 * (≥ 0) of its empty cells could mend it; `unknown` names the cells whose value would decide.
 */
export type BalanceState =
  | { readonly kind: 'holds' }
  | {
      readonly kind: 'broken';
      readonly certain: boolean;
      readonly left: number;
      readonly right: number;
      readonly empty: readonly CellPath[];
    }
  | { readonly kind: 'unknown'; readonly cells: readonly CellPath[] };

type Side = { readonly sum: number; readonly empty: readonly CellPath[]; readonly unread: readonly CellPath[] };

const NONE: readonly CellPath[] = [];

function sideOf(report: Pick<AnnualReport, 'cells'>, paths: readonly CellPath[]): Side {
  let sum = 0;
  let empty: CellPath[] | undefined;
  let unread: CellPath[] | undefined;
  for (const path of paths) {
    const cell = cellAt(report, path);
    if (cell.value !== null) sum += cell.value;
    else if (cell.kind === 'blank' || cell.kind === 'dash') (empty ??= []).push(path);
    else (unread ??= []).push(path);
  }
  return { sum, empty: empty ?? NONE, unread: unread ?? NONE };
}

const isOpen = (side: Side) => side.empty.length + side.unread.length > 0;

/** Whether an equality holds on the cells as read. */
export function balanceStateOf(report: Pick<AnnualReport, 'cells'>, balance: Balance): BalanceState {
  const left = sideOf(report, balance.left);
  const right = sideOf(report, balance.right);
  const certain = !((left.sum < right.sum && isOpen(left)) || (right.sum < left.sum && isOpen(right)));
  const unread = [...left.unread, ...right.unread];
  if (left.sum === right.sum && unread.length === 0) return { kind: 'holds' };
  if (unread.length > 0 && (left.sum === right.sum || !certain)) return { kind: 'unknown', cells: unread };
  return { kind: 'broken', certain, left: left.sum, right: right.sum, empty: [...left.empty, ...right.empty] };
}
