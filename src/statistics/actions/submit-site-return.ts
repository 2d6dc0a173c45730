import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { siteReturnProblems } from '../rules/site-return-form.ts';
import { valuesOf } from '../rules/site-return-log.ts';
import { countSiteValues } from '../store/site-values.store.ts';
import { performOnSiteReturn, siteProblem } from './perform-site-return.ts';
import type { SeenReturn, SiteReturnDeps, SiteReturnProblem } from './perform-site-return.ts';

/** Submits a site's return for approval; its values stand still from here on. Refuses while the year lasts and while a check fails. */
export async function submitSiteReturn(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
): Promise<Result<null, SiteReturnProblem>> {
  if (deps.today().year <= ref.year) return siteProblem(`${ref.year} 年还没有结束，年终以后才能提交`);
  return performOnSiteReturn(deps, officer, ref, 'submitted', async (state, transaction) => {
    const values = valuesOf(state, await countSiteValues(transaction, ref.year));
    const [first, ...more] = siteReturnProblems(values);
    if (first !== undefined)
      return siteProblem(`${first.message}${more.length > 0 ? `；另有 ${more.length} 处` : ''}`, 'submit');
    return ok({ kind: 'submitted', values });
  });
}
