import { ok, refuse } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import { auditReport } from '../../audits/run-audits.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { applyWaivers } from '../../rules/waiver.ts';
import type { Waiver } from '../../rules/waiver.ts';
import { findPublishedReport } from '../../store/published-report.store.ts';
import { listRoundOffices } from '../../store/report-round.store.ts';
import { filing, newSubmission } from './file-submissions.ts';
import { performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/**
 * Submits the corrected version of a published report wherever the former one was submitted, also in rounds that have ended: sums that
 * were made of the former are to show that they no longer agree. Runs in the transaction of the correction.
 */
export async function resubmitCorrection(
  deps: RoundDeps,
  by: StaffId,
  { agency, year }: { readonly agency: AgencyCode; readonly year: number },
  report: AnnualReport,
  waivers: readonly Waiver[],
): Promise<void> {
  const offices = await listRoundOffices(deps.queries, year);
  if (offices.length === 0) return;
  const previous = (await findPublishedReport(deps.queries, agency, year - 1))?.report;
  const audited = auditReport(report, previous === undefined ? {} : { previous });
  const { findings } = applyWaivers(audited, waivers).result;
  for (const office of offices) {
    const ref = { office, year };
    await performOnRound(deps, ref, by, round => {
      if (!round.submissions.has(agency)) return refuse(notOpen('这个机关没有报送过'));
      const facts = { agency, year, route: 'act', report, findings, file: null, submittedOn: deps.today() } as const;
      return ok(filing(ref, [newSubmission(facts)], true));
    });
  }
}
