import { LEVELS } from '../../../proofreading/finding.ts';
import type { Finding, Level } from '../../../proofreading/finding.ts';

/** How many findings of each level a report has. Those that were waived do not count. */
export type FindingCounts = Readonly<Record<Level, number>>;

export const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, notice: 0 };

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const open = findings.filter(({ waived }) => waived === undefined);
  const counts = LEVELS.map(level => [level, open.filter(finding => finding.level === level).length]);
  return Object.fromEntries(counts) as FindingCounts;
}
