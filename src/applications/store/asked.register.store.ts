import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Asked } from '../rules/asked-twice.ts';
import type { ApplicationId } from '../rules/ids.ts';

/** Older ones are no reason any more, and beyond these nobody would read the list. */
const YEARS = 3;
const MOST = 5000;

type Row = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly description: string;
  readonly applicant: string;
  readonly lodged_on: string;
  readonly granted: boolean;
  readonly promoted: boolean;
};

/** What was asked of an agency in the last three years, the newest last, without anything that says by whom. */
export async function listAsked(
  queries: Queries,
  agency: AgencyCode,
  today: Temporal.PlainDate,
): Promise<readonly Asked[]> {
  const { rows } = await sql<Row>`
    select * from (
      select a.id, a.year, a.number, a.requested_description as description,
             coalesce(p.identity_digest, p.name_digest) as applicant,
             (a.lodged_at at time zone 'Asia/Shanghai')::date as lodged_on,
             coalesce(a.outcome in ('granted', 'partly-granted'), false) as granted,
             exists (select from application_acts t where t.application = a.id and t.kind = 'promoted') as promoted
      from applications a join applicants p on p.application = a.id and p.position = 1
      where a.agency = ${agency} and a.case_kind = 'information' and a.stage <> 'split' and a.year > ${today.year - YEARS}
      order by a.lodged_at desc limit ${MOST}
    ) newest order by lodged_on, year, number`.execute(queries);
  return rows.map(({ lodged_on, id, ...row }) => ({
    ...row,
    id: id as ApplicationId,
    lodgedOn: Temporal.PlainDate.from(lodged_on),
  }));
}
