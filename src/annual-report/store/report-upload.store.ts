import type { Selectable } from 'kysely';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ReportUploadRow } from '../../platform/database/schema.ts';
import type { Finding } from '../../proofreading/finding.ts';
import type { RoundUpload, UploadAnswer, UploadId, UploadState } from '../rules/collection/round-upload.ts';
import type { SubmissionId } from '../rules/collection/submission.ts';
import { readReportJson, reportJsonOf } from '../rules/interchange.ts';
import type { RoundRef } from './report-round.store.ts';

const COLUMNS = [
  'id',
  'office',
  'year',
  'batch',
  'place',
  'route',
  'file',
  'name',
  'state',
  'sentence',
  'printed_name',
  'agency',
  'submission',
  'uploaded_by',
  'uploaded_at',
] as const;

function uploadOf(row: Omit<Selectable<ReportUploadRow>, 'answer'>): RoundUpload {
  return {
    id: row.id as UploadId,
    office: getAgencyCode(row.office),
    year: row.year,
    batch: row.batch,
    place: row.place,
    route: row.route as RoundUpload['route'],
    file: row.file,
    name: row.name,
    state: row.state as UploadState,
    sentence: row.sentence,
    printedName: row.printed_name,
    agency: row.agency === null ? null : getAgencyCode(row.agency),
    submission: row.submission as SubmissionId | null,
    uploadedBy: row.uploaded_by as StaffId | null,
    uploadedAt: Temporal.Instant.from(row.uploaded_at),
  };
}

/** Files that are to be read, in the order in which they came. */
export async function insertUploads(queries: Queries, uploads: readonly RoundUpload[]): Promise<void> {
  if (uploads.length === 0) return;
  await queries
    .insertInto('report_uploads')
    .values(
      uploads.map(upload => ({
        id: upload.id,
        office: upload.office,
        year: upload.year,
        batch: upload.batch,
        place: upload.place,
        route: upload.route,
        file: upload.file,
        name: upload.name,
        state: upload.state,
        sentence: upload.sentence,
        printed_name: upload.printedName,
        agency: upload.agency,
        answer: 'null',
        submission: upload.submission,
        uploaded_by: upload.uploadedBy,
        uploaded_at: upload.uploadedAt.toString(),
      })),
    )
    .execute();
}

/** The next files of any round that nobody has read yet, those that came first in front; all of one round. */
export async function listUploadsToRead(queries: Queries, limit: number): Promise<readonly RoundUpload[]> {
  const rows = await queries
    .selectFrom('report_uploads')
    .select(COLUMNS)
    .where('state', '=', 'kept')
    .orderBy('uploaded_at')
    .orderBy('batch')
    .orderBy('place')
    .limit(limit)
    .execute();
  const uploads = rows.map(uploadOf);
  const [first] = uploads;
  return uploads.filter(one => one.office === first?.office && one.year === first.year);
}

/** Every file that came to a round by a route, the newest batch first. */
export async function listUploads(
  queries: Queries,
  { office, year }: RoundRef,
  route: RoundUpload['route'],
): Promise<readonly RoundUpload[]> {
  const rows = await queries
    .selectFrom('report_uploads')
    .select(COLUMNS)
    .where('office', '=', office)
    .where('year', '=', year)
    .where('route', '=', route)
    .orderBy('uploaded_at', 'desc')
    .orderBy('batch', 'desc')
    .orderBy('place')
    .execute();
  return rows.map(uploadOf);
}

/** How many files of a round wait for a reader, and how many for a person to say whose they are. */
export async function countUploads(
  queries: Queries,
  { office, year }: RoundRef,
): Promise<{ readonly waiting: number; readonly asking: number }> {
  const rows = await queries
    .selectFrom('report_uploads')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('office', '=', office)
    .where('year', '=', year)
    .where('route', '=', 'upload')
    .where('state', 'in', ['kept', 'asking'])
    .groupBy('state')
    .execute();
  const count = (state: UploadState) => rows.find(row => row.state === state)?.count ?? 0;
  return { waiting: count('kept'), asking: count('asking') };
}

/** A file of a round. */
export async function findUpload(
  queries: Queries,
  { office, year }: RoundRef,
  id: UploadId,
): Promise<RoundUpload | undefined> {
  const row = await queries
    .selectFrom('report_uploads')
    .select(COLUMNS)
    .where('office', '=', office)
    .where('year', '=', year)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : uploadOf(row);
}

/** The file that an agency sent by its code last and has not put aside. */
export async function findUploadByCode(
  queries: Queries,
  { office, year }: RoundRef,
  agency: AgencyCode,
): Promise<RoundUpload | undefined> {
  const row = await queries
    .selectFrom('report_uploads')
    .select(COLUMNS)
    .where('office', '=', office)
    .where('year', '=', year)
    .where('route', '=', 'code')
    .where('agency', '=', agency)
    .where('state', '<>', 'dropped')
    .orderBy('uploaded_at', 'desc')
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : uploadOf(row);
}

/** What was read in a file; undefined while it was not. */
export async function findUploadAnswer(queries: Queries, id: UploadId): Promise<UploadAnswer | undefined> {
  const row = await queries.selectFrom('report_uploads').select('answer').where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.answer === null) return undefined;
  const { report, findings } = row.answer as { readonly report: unknown; readonly findings: readonly Finding[] };
  const read = readReportJson(report);
  if (!read.ok) throw new Error(`Upload ${id} in the database: ${read.problem}`);
  return { report: read.value, findings };
}

/** What becomes of a file. */
export type UploadStep = {
  readonly state: UploadState;
  readonly sentence?: string | null;
  readonly printedName?: string | null;
  readonly agency?: AgencyCode;
  readonly answer?: UploadAnswer;
  readonly submission?: SubmissionId;
};

/** Takes a file on from a state that it must still be in. False: somebody else has taken it on. */
export async function stepUpload(
  queries: Queries,
  id: UploadId,
  from: UploadState,
  { state, sentence, printedName, agency, answer, submission }: UploadStep,
): Promise<boolean> {
  const row = await queries
    .updateTable('report_uploads')
    .set({
      state,
      ...(sentence === undefined ? {} : { sentence }),
      ...(printedName === undefined ? {} : { printed_name: printedName }),
      ...(agency === undefined ? {} : { agency }),
      ...(answer === undefined
        ? {}
        : { answer: JSON.stringify({ report: reportJsonOf(answer.report), findings: answer.findings }) }),
      ...(submission === undefined ? {} : { submission }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The names that a person has said which agency they stand for. */
export async function listAnsweredNames(
  queries: Queries,
  office: AgencyCode,
): Promise<ReadonlyMap<string, AgencyCode>> {
  const rows = await queries
    .selectFrom('report_agency_names')
    .select(['name', 'agency'])
    .where('office', '=', office)
    .execute();
  return new Map(rows.map(({ name, agency }) => [name, getAgencyCode(agency)]));
}

/** Remembers which agency a name stands for; a later answer takes the place of an earlier one. */
export async function saveAgencyName(
  queries: Queries,
  office: AgencyCode,
  name: string,
  agency: AgencyCode,
  by: StaffId,
  at: Temporal.Instant,
): Promise<void> {
  const values = { agency, answered_by: by, answered_at: at.toString() };
  await queries
    .insertInto('report_agency_names')
    .values({ office, name, ...values })
    .onConflict(conflict => conflict.columns(['office', 'name']).doUpdateSet(values))
    .execute();
}

/** Files that asked for this name are to be read again. */
export async function rereadUploadsOf(queries: Queries, { office, year }: RoundRef, name: string): Promise<void> {
  await queries
    .updateTable('report_uploads')
    .set({ state: 'kept' })
    .where('office', '=', office)
    .where('year', '=', year)
    .where('state', '=', 'asking')
    .where('printed_name', '=', name)
    .execute();
}
