import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { EarlierApplication } from '../rules/earlier-applications.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Stage } from '../rules/stage.ts';

type Row = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly description: string;
  readonly lodged_on: string;
  readonly received_on: string | null;
  readonly stage: string;
  readonly settled_on: string | null;
};

/** As many of one applicant's files as anybody looks at; the frequency of more than that speaks for itself. */
const MOST = 2000;

const dayOf = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const earlierOf = (row: Row): EarlierApplication => ({
  id: row.id as ApplicationId,
  year: row.year,
  number: row.number,
  description: row.description,
  lodgedOn: Temporal.PlainDate.from(row.lodged_on),
  receivedOn: dayOf(row.received_on),
  stage: row.stage as Stage,
  settledOn: dayOf(row.settled_on),
});

/** The first signatory of each file of an agency who has one of these digests, the newest file first. */
export async function listFilesOfApplicant(
  queries: Queries,
  agency: AgencyCode,
  digests: readonly string[],
): Promise<readonly EarlierApplication[]> {
  if (digests.length === 0) return [];
  const list = sql.join(digests);
  const { rows } = await sql<Row>`
    select a.id, a.year, a.number, a.requested_description as description,
           (a.lodged_at at time zone 'Asia/Shanghai')::date as lodged_on, a.received_on, a.stage, a.settled_on
    from applicants p join applications a on a.id = p.application
    where p.position = 1 and (p.identity_digest in (${list}) or (p.identity_digest is null and p.name_digest in (${list})))
      and a.agency = ${agency} and a.case_kind = 'information'
    order by a.lodged_at desc, a.year desc, a.number desc limit ${MOST}`.execute(queries);
  return rows.map(earlierOf);
}

/** As many files as are compared with one another on opening one: the newest of a year. */
const COMPARED = 500;

/** The newest files of an agency since a day, whoever applied: what several ask for may be for everybody (Art. 44). */
export async function listRecentFiles(
  queries: Queries,
  agency: AgencyCode,
  since: Temporal.PlainDate,
): Promise<readonly EarlierApplication[]> {
  const { rows } = await sql<Row>`
    select a.id, a.year, a.number, a.requested_description as description,
           (a.lodged_at at time zone 'Asia/Shanghai')::date as lodged_on, a.received_on, a.stage, a.settled_on
    from applications a
    where a.agency = ${agency} and a.case_kind = 'information' and a.stage <> 'split' and a.lodged_at >= ${since.toString()}
    order by a.lodged_at desc limit ${COMPARED}`.execute(queries);
  return rows.map(earlierOf);
}

/** The digest by which the first signatory of a file is found again: the identity number's, or the name's where none is known. */
export async function findApplicantDigest(queries: Queries, id: ApplicationId): Promise<string | undefined> {
  const row = await queries
    .selectFrom('applicants')
    .select(['identity_digest', 'name_digest'])
    .where('application', '=', id)
    .where('position', '=', 1)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.identity_digest ?? row.name_digest);
}
