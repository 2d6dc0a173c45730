import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { SiteValues } from '../rules/site-return-form.ts';
import { performOnSiteReturn, siteProblem } from './perform-site-return.ts';
import type { SeenReturn, SiteReturnDeps, SiteReturnProblem } from './perform-site-return.ts';

/** Enters values of a site's return that no register here counts, with where they come from. */
export async function enterSiteValues(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
  input: { readonly values: SiteValues; readonly source: string },
): Promise<Result<null, SiteReturnProblem>> {
  const source = input.source.trim();
  if (Object.keys(input.values).length === 0) return siteProblem('没有填写数据', 'source');
  if (source === '') return siteProblem('请写明数据的来源，例如“网站访问统计平台”', 'source');
  return performOnSiteReturn(deps, officer, ref, 'figures-entered', () =>
    ok({ kind: 'figures-entered', values: input.values, source }),
  );
}
