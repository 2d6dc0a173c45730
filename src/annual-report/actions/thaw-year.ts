import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Lets the figures follow the registers again, with the reason. */
export async function thawYear(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
  reason: string,
): Promise<Result<null, YearProblem>> {
  if (reason.trim() === '') return yearProblem('请写明解除锁定的原因', 'reason');
  return performOnYear(deps, officer, ref, 'thawed', () => ok({ kind: 'thawed', reason: reason.trim() }));
}
