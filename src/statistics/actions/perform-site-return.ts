import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { ABILITIES } from '../../people/rules/ability.ts';
import type { Ability } from '../../people/rules/ability.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { appendJournal } from '../../people/store/journal.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { withinTransaction } from '../../platform/database/within-transaction.ts';
import { foldSiteReturn, siteReturnRefusal } from '../rules/site-return-log.ts';
import type { SiteReturn, SiteReturnAct } from '../rules/site-return-log.ts';
import { appendSiteReturnEntry, listSiteReturnEntries } from '../store/site-return.store.ts';

export type SiteReturnDeps = {
  readonly queries: Queries;
  readonly today: () => Temporal.PlainDate;
  readonly now: () => Temporal.Instant;
};

/** The return as the officer saw it: with another version than the log has, somebody else was faster. */
export type SeenReturn = { readonly year: number; readonly seen: number };
/** Why an act was not done, at the field where it can be mended. Nothing has changed. */
export type SiteReturnProblem = { readonly field: string; readonly message: string };

export const siteProblem = (message: string, field = 'year'): Result<never, SiteReturnProblem> =>
  refuse({ field, message });

const ABILITY_FOR = {
  'figures-entered': 'compile-report',
  submitted: 'compile-report',
  returned: 'approve-report',
  approved: 'approve-report',
  published: 'publish-report',
  'correction-begun': 'publish-report',
} as const satisfies Record<SiteReturnAct['kind'], Ability>;

const CHANGED = '您打开页面以后，其他人已经改动了这份报表，请核对新的内容后再提交';
const FIRST_YEAR = 2018;

/**
 * Does an act on the yearly return of the site that the officer's agency runs: ability, stage and version asked before `decide`,
 * log and journal in one transaction. Only the office that runs the site has one, not the agencies that publish on it.
 */
export async function performOnSiteReturn<Kind extends SiteReturnAct['kind']>(
  deps: SiteReturnDeps,
  officer: Officer,
  { year, seen }: SeenReturn,
  kind: Kind,
  decide: (
    state: SiteReturn,
    transaction: Queries,
  ) =>
    | Promise<Result<Extract<SiteReturnAct, { kind: Kind }>, SiteReturnProblem>>
    | Result<Extract<SiteReturnAct, { kind: Kind }>, SiteReturnProblem>,
): Promise<Result<null, SiteReturnProblem>> {
  const { agency } = officer;
  const ability = ABILITY_FOR[kind];
  if (!may(officer, ability, agency))
    return siteProblem(`您没有“${ABILITIES[ability]}”的权限，请联系本机关的系统管理员`);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > deps.today().year)
    return siteProblem(`只能填报 ${FIRST_YEAR} 年至 ${deps.today().year} 年的报表`);
  return withinTransaction(deps.queries, async transaction => {
    if ((await findAgency(transaction, agency))?.kind !== 'government-office')
      return siteProblem('报表由网站的主办单位（政府办公室）填报');
    const ref = { agency, year };
    const state = foldSiteReturn(await listSiteReturnEntries(transaction, ref));
    if (state.version !== seen) return siteProblem(CHANGED);
    const refusal = siteReturnRefusal(state, kind, officer.id);
    if (refusal !== null) return siteProblem(refusal);
    const act = await decide(state, transaction);
    if (!act.ok) return act;
    const entry = { sequence: seen + 1, at: deps.now(), by: officer.id, act: act.value };
    if (!(await appendSiteReturnEntry(transaction, ref, entry))) return siteProblem(CHANGED);
    await appendJournal(transaction, {
      at: entry.at,
      agency,
      actor: { kind: 'officer', id: officer.id },
      event: `site-return-${kind}`,
      subject: `site-return:${agency}:${year}`,
      detail: { sequence: entry.sequence },
    });
    return ok(null);
  });
}
