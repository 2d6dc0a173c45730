import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOpening } from './perform-on-year.ts';
import type { YearDeps, YearProblem } from './perform-on-year.ts';

/** Begins the report of the officer's agency on a year. Beginning it again changes nothing. */
export async function openYear(deps: YearDeps, officer: Officer, year: number): Promise<Result<null, YearProblem>> {
  return performOpening(deps, officer, year);
}
