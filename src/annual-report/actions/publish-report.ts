import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { approvedReport } from '../rules/approved-report.ts';
import { appendVersion, findPublishedReport, isCurrent, lockAgency } from '../store/published-report.store.ts';
import { performOnYear, yearProblem } from './perform-on-year.ts';
import type { SeenYear, YearDeps, YearProblem } from './perform-on-year.ts';
import { resubmitCorrection } from './rounds/resubmit-correction.ts';

/**
 * Publishes an approved report under its permanent address; a correction is a further version with its note, and the older one
 * stays. The waivers go with it, and where the former version was submitted, the new one is. Refuses a second publication without a correction.
 */
export async function publishReport(
  deps: YearDeps,
  officer: Officer,
  ref: SeenYear,
): Promise<Result<null, YearProblem>> {
  return performOnYear(deps, officer, ref, 'published', async ({ agency, prose, state, facts }, transaction) => {
    const report = approvedReport(state, facts, prose);
    const filing = { agency: agency.code, year: ref.year, publishedOn: deps.today(), report };
    await lockAgency(transaction, agency.code);
    const earlier = await findPublishedReport(transaction, agency.code, ref.year);
    const isSame = await isCurrent(transaction, filing);
    if (earlier !== undefined && !isSame && state.correction === null)
      return yearProblem('这一年的报告已经公布过；请退回修改，先开始更正并写明更正说明');
    const version = isSame ? earlier!.version : await appendVersion(transaction, filing);
    if (state.correction !== null)
      await resubmitCorrection({ ...deps, queries: transaction }, officer.id, filing, report, state.waivers);
    return ok({ kind: 'published', on: filing.publishedOn, version, note: state.correction });
  });
}
