import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { performOnSiteReturn, siteProblem } from './perform-site-return.ts';
import type { SeenReturn, SiteReturnDeps, SiteReturnProblem } from './perform-site-return.ts';

/** Approves a submitted return. Nobody who filled it in may (four eyes). */
export async function approveSiteReturn(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
): Promise<Result<null, SiteReturnProblem>> {
  return performOnSiteReturn(deps, officer, ref, 'approved', () => ok({ kind: 'approved' }));
}

/** Sends a return back to those who filled it in, with what is to be changed. */
export async function returnSiteReturn(
  deps: SiteReturnDeps,
  officer: Officer,
  ref: SeenReturn,
  comment: string,
): Promise<Result<null, SiteReturnProblem>> {
  if (comment.trim() === '') return siteProblem('请写明退回的意见', 'comment');
  return performOnSiteReturn(deps, officer, ref, 'returned', () => ok({ kind: 'returned', comment: comment.trim() }));
}
