import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOnYear } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/** Approves a submitted report. Nobody who had a hand in it may (four eyes). */
export async function approveReport(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
): Promise<Result<null, YearProblem>> {
  return performOnYear(deps, officer, ref, 'approved', () => ok({ kind: 'approved' }));
}
