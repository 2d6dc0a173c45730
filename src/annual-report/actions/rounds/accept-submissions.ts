import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import type { ReportRound } from '../../rules/collection/report-round.ts';
import type { SubmissionId } from '../../rules/collection/submission.ts';
import { collectorRefusal, performOnRound } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/** Accepts reports, all of them or, where a newer one came in meanwhile for one, none. */
export async function acceptSubmissions(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  accepted: readonly { readonly agency: AgencyCode; readonly submission: SubmissionId }[],
): Promise<Result<ReportRound, RoundRefusal>> {
  const lacking = collectorRefusal(officer, officer.agency);
  if (lacking !== null) return refuse(lacking);
  return performOnRound(deps, { office: officer.agency, year }, officer.id, () =>
    ok({ acts: accepted.map(({ agency, submission }) => ({ kind: 'accepted' as const, agency, submission })) }),
  );
}
