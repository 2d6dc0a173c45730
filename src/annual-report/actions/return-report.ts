import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Sends a report back to those who wrote it, with what is to be changed. */
export async function returnReport(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  comment: string,
): Promise<Result<null, YearProblem>> {
  if (comment.trim() === '') return yearProblem('请写明退回的意见', 'comment');
  return performOnYear(deps, officer, ref, 'returned', () => ok({ kind: 'returned', comment: comment.trim() }));
}
