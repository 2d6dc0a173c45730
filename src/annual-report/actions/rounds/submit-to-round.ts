import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import { may } from '../../../people/rules/may.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import type { Queries } from '../../../platform/database/pool.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import { auditReport } from '../../audits/run-audits.ts';
import { approvedReport } from '../../rules/approved-report.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { AnnualReport } from '../../rules/report.ts';
import { isSameReport } from '../../rules/same-report.ts';
import { applyWaivers } from '../../rules/waiver.ts';
import { findPublishedReport } from '../../store/published-report.store.ts';
import { findSubmission } from '../../store/report-submission.store.ts';
import { compileReport } from '../compile-report.ts';
import { filing, newSubmission } from './file-submissions.ts';
import { performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** What an agency's year gives to submit: what was published or approved last, with what the audits find and was waived. */
type Finished = { readonly report: AnnualReport; readonly findings: readonly Finding[] };

async function findFinished(
  queries: Queries,
  agency: AgencyCode,
  year: number,
  today: Temporal.PlainDate,
): Promise<Finished | undefined> {
  const published = await findPublishedReport(queries, agency, year);
  const compiled = await compileReport(queries, agency, year, today);
  const state = compiled.ok ? compiled.value.state : null;
  const isApproved = state?.stage === 'approved';
  if (published === undefined && !isApproved) return undefined;
  const report =
    compiled.ok && state !== null && isApproved
      ? approvedReport(state, compiled.value.facts, compiled.value.prose)
      : published!.report;
  const previous = (await findPublishedReport(queries, agency, year - 1))?.report;
  const audited = auditReport(report, {
    ...(previous === undefined ? {} : { previous }),
    ...(published === undefined || isApproved ? {} : { publishedOn: published.publishedOn }),
  });
  return { report, findings: applyWaivers(audited, state?.waivers ?? []).result.findings };
}

/** What an agency must do before it can submit. */
const NOT_FINISHED = notOpen('这一年的报告还没有审签，不能报送；请先完成编制、审签，或者补录已经公布的报告');

/**
 * Submits the report of the officer's agency on a year to the office that collects it: what is approved or published goes, and nothing
 * else. Refuses a report that is not approved, one that was submitted already and is the same, and an agency that is in no round.
 */
export async function submitToRound(
  deps: RoundDeps,
  officer: Officer,
  office: AgencyCode,
  year: number,
): Promise<Result<ReportRound, RoundRefusal>> {
  const { agency } = officer;
  if (!may(officer, 'compile-report', agency)) return refuse({ kind: 'forbidden', ability: 'compile-report' });
  const ref = { office, year };
  return performOnRound(deps, ref, officer.id, async (round, transaction) => {
    if (!round.agencies.includes(agency)) return refuse({ kind: 'not-found' });
    const finished = await findFinished(transaction, agency, year, deps.today());
    if (finished === undefined) return refuse(NOT_FINISHED);
    const latest = round.submissions.get(agency);
    const earlier = latest === undefined ? undefined : await findSubmission(transaction, ref, latest.id);
    if (earlier !== undefined && isSameReport(earlier.report, finished.report))
      return refuse(notOpen('报告与已经报送的相同，不需要再报送；要修改的，请先更正本机关的报告'));
    const facts = { agency, year, route: 'act', file: null, submittedOn: deps.today(), ...finished } as const;
    return ok(filing(ref, [newSubmission(facts)]));
  });
}
