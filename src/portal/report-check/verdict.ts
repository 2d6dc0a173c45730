import { LEVELS } from '../../proofreading/finding.ts';
import type { Finding, Level } from '../../proofreading/finding.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';

type Judged = Pick<Finding, 'level'> & { readonly waived?: unknown };

/** Findings of each level, waived ones left out. */
export function countsOf(findings: readonly Judged[]): Readonly<Record<Level, number>> {
  const open = findings.filter(({ waived }) => waived === undefined);
  const count = (level: Level) => open.filter(finding => finding.level === level).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

/** The gravest level among the findings that are not waived; null when there is none. */
export function gravestLevel(findings: readonly Judged[]): Level | null {
  const counts = countsOf(findings);
  return LEVELS.find(level => counts[level] > 0) ?? null;
}

const OPENING = {
  error: '这份报告有确定的错误，改正后才能发布',
  warning: '没有确定的错误，但有很可能不对的地方，请逐条核对',
  notice: '没有发现错误，有几处可以看一看',
} as const satisfies Record<Level, string>;

/** The result in one sentence for someone who reads nothing else. */
export function verdictSentence(findings: readonly Judged[]): string {
  const level = gravestLevel(findings);
  return level === null ? '没有发现问题' : OPENING[level];
}

/** 「错误 1 处，警告 2 处」; levels without findings are left out. */
export function countSentence(findings: readonly Judged[]): string {
  const counts = countsOf(findings);
  const parts = LEVELS.filter(level => counts[level] > 0).map(level => `${LEVEL_NAME[level]} ${counts[level]} 处`);
  return parts.length === 0 ? '没有发现问题' : parts.join('，');
}
