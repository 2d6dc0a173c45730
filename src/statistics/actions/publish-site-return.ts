import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { SiteCorrection } from '../rules/site-return-log.ts';
import { performOnSiteReturn, siteProblem } from './perform-site-return.ts';
import type { SeenReturn, SiteReturnDeps, SiteReturnProblem } from './perform-site-return.ts';

/** Publishes an approved return on the site; a correction is a further version with its note. */
export async function publishSiteReturn(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
): Promise<Result<null, SiteReturnProblem>> {
  return performOnSiteReturn(deps, officer, ref, 'published', ({ publications, correction }) =>
    ok({ kind: 'published', on: deps.today(), version: publications.length + 1, note: correction }),
  );
}

/** Begins to correct a published return, with what is wrong and why: the note that readers will see. */
export async function correctSiteReturn(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
  input: SiteCorrection,
): Promise<Result<null, SiteReturnProblem>> {
  const [what, why] = [input.what.trim(), input.why.trim()];
  if (what === '') return siteProblem('请写明更正什么', 'what');
  if (why === '') return siteProblem('请写明为什么更正', 'why');
  return performOnSiteReturn(deps, officer, ref, 'correction-begun', () => ok({ kind: 'correction-begun', what, why }));
}
