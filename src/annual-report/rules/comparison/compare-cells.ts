import type { CellPath } from '../../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import { APPLICANT_COLUMN_LABEL, APPLICANT_COLUMNS } from '../../../law/report-form/table-three.ts';
import { valueAt } from '../report.ts';
import type { AnnualReport } from '../report.ts';

/** One figure in both reports. `ratio` is newer ÷ older, null where either is unread or the older is 0. */
export type CellChange = {
  readonly path: string;
  readonly name: string;
  readonly older: number | null;
  readonly newer: number | null;
  readonly change: number | null;
  readonly ratio: number | null;
  /** Why the jump is unusual, in Chinese; absent when it is not. */
  readonly unusual?: string;
};

/** Below this many cases even a tenfold change is chance. */
const SMALL = 10;
/** A count that triples or falls to a third within a year is worth asking about. */
const JUMP = 3;
/** From nothing to this many, or back to nothing, likewise. */
const FROM_NOTHING = 20;

function findUnusual(older: number, newer: number): string | undefined {
  if (older === 0) return newer >= FROM_NOTHING ? '上年为 0，本年突增' : undefined;
  if (newer === 0) return older >= FROM_NOTHING ? '上年有数，本年为 0' : undefined;
  if (Math.abs(newer - older) < SMALL) return undefined;
  const ratio = newer / older;
  if (ratio >= JUMP) return `是上年的 ${ratio.toFixed(1)} 倍`;
  return ratio <= 1 / JUMP ? `只有上年的 ${Math.round(ratio * 100)}%` : undefined;
}

/** A decimal difference without the noise of binary fractions: 0.3 − 0.1 is 0.2. */
const difference = (newer: number, older: number) => Number((newer - older).toFixed(6));

function changeOf(path: string, name: string, older: number | null, newer: number | null): CellChange {
  const both = older !== null && newer !== null;
  const unusual = both ? findUnusual(older, newer) : undefined;
  return {
    path,
    name,
    older,
    newer,
    change: both ? difference(newer, older) : null,
    ratio: both && older !== 0 ? newer / older : null,
    ...(unusual === undefined ? {} : { unusual }),
  };
}

/** The single row 其他处理 of 2019 is the sum of the three rows of 2021. */
function closedSum(report: AnnualReport, column: (typeof APPLICANT_COLUMNS)[number]): number | null {
  if (report.edition === '2019') return valueAt(report, `table3.closed.${column}`);
  const rows = (['clarification-lapsed', 'fee-unpaid', 'other'] as const).map(reason =>
    valueAt(report, `table3.closed.${reason}.${column}`),
  );
  return rows.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

/**
 * Every figure that both forms have, in the order of the newer form, changed or not. Reports of different editions are compared
 * where the figures mean the same: table three (其他处理 as one row), the decisions of table two, and table four.
 */
export function compareCells(older: AnnualReport, newer: AnnualReport): readonly CellChange[] {
  const olderPaths = new Set<string>(FORM_CELLS[older.edition].map(cell => cell.path));
  const shared = FORM_CELLS[newer.edition].filter(cell => olderPaths.has(cell.path));
  const changes = shared.map(({ path, name }) => changeOf(path, name, valueAt(older, path), valueAt(newer, path)));
  if (older.edition === newer.edition) return changes;
  const closed = APPLICANT_COLUMNS.map(column =>
    changeOf(
      `table3.closed.${column}`,
      `（六）其他处理·${APPLICANT_COLUMN_LABEL[column]}`,
      closedSum(older, column),
      closedSum(newer, column),
    ),
  );
  const at = changes.findIndex(({ path }) => path === ('table3.settled.naturalPerson' satisfies CellPath));
  return changes.toSpliced(at, 0, ...closed);
}

/** Whether a figure is not the same in both reports, unread counting as different from any number. */
export const isChanged = ({ older, newer }: CellChange): boolean => older !== newer;
