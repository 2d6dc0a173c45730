import type { Selectable } from 'kysely';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ReportSubmissionRow } from '../../platform/database/schema.ts';
import type { Finding } from '../../proofreading/finding.ts';
import type { Submission, SubmissionId, SubmissionRoute } from '../rules/collection/submission.ts';
import { readReportJson, reportJsonOf } from '../rules/interchange.ts';
import type { RoundRef } from './report-round.store.ts';

function submissionOf(row: Selectable<ReportSubmissionRow>): Submission {
  const report = readReportJson(row.report);
  if (!report.ok) throw new Error(`Submission ${row.id} in the database: ${report.problem}`);
  return {
    id: row.id as SubmissionId,
    agency: getAgencyCode(row.agency),
    year: row.year,
    route: row.route as SubmissionRoute,
    report: report.value,
    findings: row.findings as readonly Finding[],
    file: row.file === null ? null : { id: row.file, name: row.file_name ?? '' },
    submittedOn: Temporal.PlainDate.from(row.submitted_on),
  };
}

/** Keeps a report as it was submitted. */
export async function insertSubmission(queries: Queries, { office }: RoundRef, submission: Submission): Promise<void> {
  const { id, agency, year, route, report, findings, file, submittedOn } = submission;
  await queries
    .insertInto('report_submissions')
    .values({
      id,
      office,
      year,
      agency,
      route,
      report: JSON.stringify(reportJsonOf(report)),
      findings: JSON.stringify(findings),
      file: file?.id ?? null,
      file_name: file?.name ?? null,
      submitted_on: submittedOn.toString(),
    })
    .execute();
}

/** A submission of a round. */
export async function findSubmission(
  queries: Queries,
  { office, year }: RoundRef,
  id: SubmissionId,
): Promise<Submission | undefined> {
  const row = await queries
    .selectFrom('report_submissions')
    .selectAll()
    .where('office', '=', office)
    .where('year', '=', year)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : submissionOf(row);
}

/** Submissions by their ids, in no particular order. */
export async function listSubmissions(queries: Queries, ids: readonly SubmissionId[]): Promise<readonly Submission[]> {
  if (ids.length === 0) return [];
  return (await queries.selectFrom('report_submissions').selectAll().where('id', 'in', ids).execute()).map(
    submissionOf,
  );
}

/** What the audits found in submissions, by their ids: without the reports, which weigh more. */
export async function listFindingsOf(
  queries: Queries,
  ids: readonly SubmissionId[],
): Promise<ReadonlyMap<SubmissionId, readonly Finding[]>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('report_submissions')
    .select(['id', 'findings'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, findings }) => [id as SubmissionId, findings as readonly Finding[]]));
}
