import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Officer } from '../../../people/rules/officer.ts';
import { notOpen, unusable } from '../../../people/rules/refusal.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import type { RoundRefusal } from '../../rules/collection/admit.ts';
import { foldRound } from '../../rules/collection/report-round.ts';
import type { SubmissionId } from '../../rules/collection/submission.ts';
import { reportJsonOf } from '../../rules/interchange.ts';
import { findPublishedReport, lockAgency } from '../../store/published-report.store.ts';
import { findSubmission } from '../../store/report-submission.store.ts';
import { listRoundEntries } from '../../store/report-round.store.ts';
import { filePublishedReport } from '../file-published-report.ts';
import { collectorRefusal } from './perform-on-round.ts';
import type { RoundDeps } from './perform-on-round.ts';

/**
 * Puts an accepted report into the public column of annual reports, with the day on which its agency published it elsewhere. Refuses a
 * report that is not accepted, a day to come, and an agency whose report of the year stands there: that one is corrected by its agency.
 */
export async function registerPublication(
  deps: RoundDeps,
  officer: Officer,
  year: number,
  input: {
    readonly agency: AgencyCode;
    readonly submission: SubmissionId;
    readonly publishedOn: Temporal.PlainDate;
  },
): Promise<Result<null, RoundRefusal>> {
  const ref = { office: officer.agency, year };
  const { agency, submission: id, publishedOn } = input;
  const lacking = collectorRefusal(officer, ref.office);
  if (lacking !== null) return refuse(lacking);
  if (Temporal.PlainDate.compare(publishedOn, deps.today()) > 0)
    return refuse(unusable('publishedOn', '公开日期还没有到，请填实际公开的日期'));
  return undoingRefusals(deps.queries, async transaction => {
    await lockAgency(transaction, agency);
    const log = await listRoundEntries(transaction, ref);
    const latest = log.length === 0 ? undefined : foldRound(log).submissions.get(agency);
    const submission = latest?.id === id ? await findSubmission(transaction, ref, id) : undefined;
    if (submission === undefined) return refuse({ kind: 'not-found' });
    if (latest?.state !== 'accepted') return refuse(notOpen('报告通过核校以后才能登记公开'));
    if ((await findPublishedReport(transaction, agency, year)) !== undefined)
      return refuse(notOpen('这个机关这一年的报告已经在年报栏目公开；有误的，由该机关更正'));
    const json = reportJsonOf({ ...submission.report, year });
    const filed = await filePublishedReport(transaction, { agency, year, publishedOn, json });
    if (!filed.ok) return refuse(unusable('publishedOn', filed.problem));
    await appendJournal(transaction, {
      at: deps.now(),
      agency: ref.office,
      actor: { kind: 'officer', id: officer.id },
      event: 'report-round-publication-registered',
      subject: `report-round:${ref.office}:${year}`,
      detail: { agency },
    });
    return ok(null);
  });
}
