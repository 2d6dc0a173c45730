import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { SubmissionId } from '../../rules/collection/submission.ts';
import { findSubmission } from '../../store/report-submission.store.ts';
import { collectorRefusal, performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/**
 * Returns an agency's latest report with a note and the findings that are to be mended, by their fingerprints. Refuses without a note,
 * and where a newer report came in meanwhile. Findings that the report does not have are left out.
 */
export async function returnSubmission(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  input: {
    readonly agency: AgencyCode;
    readonly submission: SubmissionId;
    readonly comment: string;
    readonly findings: readonly string[];
  },
): Promise<Result<ReportRound, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const lacking = collectorRefusal(officer, officer.agency);
  if (lacking !== null) return refuse(lacking);
  return performOnRound(deps, ref, officer.id, async (_round, transaction) => {
    const submission = await findSubmission(transaction, ref, input.submission);
    if (submission === undefined) return refuse({ kind: 'not-found' });
    const known = new Set(submission.findings.map(({ fingerprint }) => fingerprint));
    const findings = input.findings.filter(fingerprint => known.has(fingerprint));
    return ok({ acts: [{ kind: 'returned', ...input, comment: input.comment.trim(), findings }] });
  });
}
