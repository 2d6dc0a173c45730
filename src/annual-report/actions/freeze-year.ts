import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { ENTERED_FIGURES } from '../rules/year-facts.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/**
 * Lets the figures stand still as they are at this moment; later acts are shown as differences. Refuses while the year lasts
 * and while a figure of table two is neither counted nor entered.
 */
export async function freezeYear(deps: YearDeps, officer: Officer, ref: SeenYear): Promise<Result<null, YearProblem>> {
  if (deps.today().year <= ref.year) return yearProblem(`${ref.year} 年还没有结束，数据要到年终以后才能锁定`);
  return performOnYear(deps, officer, ref, 'frozen', ({ facts }) => {
    const missing = ENTERED_FIGURES.find(({ key }) => key.startsWith('table2.') && facts.figures[key] === undefined);
    if (missing !== undefined)
      return yearProblem(`“${missing.name}”还没有填报；没有发生的填0，再锁定数据`, missing.key);
    return ok({ kind: 'frozen', facts });
  });
}
