import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { composeReport } from '../rules/compose-report.ts';
import { appendVersion, findPublishedReport, isCurrent, lockAgency } from '../store/published-report.store.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';

/**
 * Publishes an approved report under its permanent address; a correction is a further version with its note, and the older one
 * stays. The waivers go with it. Refuses a second publication without a correction.
 */
export async function publishReport(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
): Promise<Result<null, YearProblem>> {
  return performOnYear(deps, officer, ref, 'published', async ({ agency, prose, state, facts }, transaction) => {
    const composed = composeReport(state.frozen?.facts ?? facts, prose);
    const notes = state.waivers.map(({ by, on, reason }) => ({ kind: 'waiver', message: `${by}（${on}）：${reason}` }));
    const filing = { agency: agency.code, year: ref.year, publishedOn: deps.today(), report: { ...composed, notes } };
    await lockAgency(transaction, agency.code);
    const earlier = await findPublishedReport(transaction, agency.code, ref.year);
    const isSame = await isCurrent(transaction, filing);
    if (earlier !== undefined && !isSame && state.correction === null)
      return yearProblem('这一年的报告已经公布过；请退回修改，先开始更正并写明更正说明');
    const version = isSame ? earlier!.version : await appendVersion(transaction, filing);
    return ok({ kind: 'published', on: filing.publishedOn, version, note: state.correction });
  });
}
