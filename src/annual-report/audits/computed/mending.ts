import type { Balance } from '../../../law/report-form/balances.ts';
import { BALANCES } from '../../../law/report-form/balances.ts';
import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Edition } from '../../../law/report-form/edition.ts';
import { valueAt } from '../../rules/report.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { balanceStateOf } from './balance-state.ts';

/** The one cell whose change makes several broken equalities hold and breaks none: the likely slip. */
export type Mending = {
  readonly path: CellPath;
  readonly from: number;
  readonly to: number;
  readonly mends: readonly Balance[];
};

function balancesByCell(edition: Edition): ReadonlyMap<CellPath, readonly Balance[]> {
  const byCell = new Map<CellPath, Balance[]>();
  for (const balance of BALANCES[edition])
    for (const path of [...balance.left, ...balance.right]) byCell.set(path, [...(byCell.get(path) ?? []), balance]);
  return byCell;
}

const BALANCES_BY_CELL = { '2019': balancesByCell('2019'), '2021': balancesByCell('2021') } as const;

/** Left less right, empty cells as 0. */
const differenceOf = (report: Pick<AnnualReport, 'cells'>, balance: Balance) => {
  const sum = (paths: readonly CellPath[]) => paths.reduce((total, path) => total + (valueAt(report, path) ?? 0), 0);
  return sum(balance.left) - sum(balance.right);
};

function mendingsOf(report: Pick<AnnualReport, 'cells' | 'edition'>, broken: readonly Balance[]): Mending[] {
  const differences = new Map(BALANCES[report.edition].map(balance => [balance, differenceOf(report, balance)]));
  const tried = new Set<string>();
  return broken.flatMap(balance => {
    const change = differences.get(balance) ?? 0;
    return [...balance.left, ...balance.right].flatMap(path => {
      const delta = balance.left.includes(path) ? -change : change;
      const from = valueAt(report, path) ?? 0;
      if (from + delta < 0 || tried.has(`${path} ${delta}`)) return [];
      tried.add(`${path} ${delta}`);
      const after = (other: Balance) => (differences.get(other) ?? 0) + (other.left.includes(path) ? delta : -delta);
      const affected = BALANCES_BY_CELL[report.edition].get(path) ?? [];
      if (affected.some(other => !broken.includes(other) && after(other) !== 0)) return [];
      return [
        { path, from, to: from + delta, mends: affected.filter(other => broken.includes(other) && after(other) === 0) },
      ];
    });
  });
}

/** The candidate that no other candidate of the same strength competes with for an equality. */
function findSole(candidates: readonly Mending[]): Mending | undefined {
  const most = Math.max(...candidates.map(({ mends }) => mends.length));
  const strongest = candidates.filter(({ mends }) => mends.length === most);
  return strongest.find(one =>
    strongest.every(other => other === one || !other.mends.some(balance => one.mends.includes(balance))),
  );
}

/**
 * The single-cell changes that mend the broken equalities of a report: each mends at least two and breaks none, and no other
 * change does as much. Several independent slips give several mendings; where the cause is not plain, none.
 */
export function listMendings(report: Pick<AnnualReport, 'cells' | 'edition'>): readonly Mending[] {
  const balances: readonly Balance[] = BALANCES[report.edition];
  let broken = balances.filter(balance => balanceStateOf(report, balance).kind === 'broken');
  const found: Mending[] = [];
  while (broken.length > 1) {
    const sole = findSole(mendingsOf(report, broken).filter(({ mends }) => mends.length > 1));
    if (sole === undefined) break;
    found.push(sole);
    broken = broken.filter(balance => !sole.mends.includes(balance));
  }
  return found;
}
