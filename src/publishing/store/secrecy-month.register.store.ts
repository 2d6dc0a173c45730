import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';
import type { SecrecyConclusion } from '../rules/secrecy-form.ts';
import type { SecrecyReview, SecrecyStanding } from '../rules/secrecy-month.ts';

const ZONE = 'Asia/Shanghai';

/** From the first moment of a month up to the first of the next one. */
const bounds = (month: Temporal.PlainYearMonth): readonly [string, string] => {
  const first = month.toPlainDate({ day: 1 });
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(ZONE).toInstant().toString();
  return [at(first), at(first.add({ months: 1 }))];
};

/** Every 保密审查 of a month in these agencies, in the order in which they were done. */
export async function listSecrecyReviews(
  queries: Queries,
  agencies: readonly AgencyCode[],
  month: Temporal.PlainYearMonth,
): Promise<readonly SecrecyReview[]> {
  if (agencies.length === 0) return [];
  const [from, before] = bounds(month);
  const rows = await queries
    .selectFrom('item_acts as a')
    .innerJoin('items as i', 'i.id', 'a.item')
    .select(['i.id', 'i.agency', 'i.title', 'i.document_number', 'i.index_number', 'i.published_on', 'i.address'])
    .select(['i.visibility', 'a.sequence', 'a.at', 'a.actor'])
    .select([
      sql<string>`a.facts->>'conclusion'`.as('conclusion'),
      sql<number>`jsonb_array_length(a.facts->'ticked')`.as('attachments'),
    ])
    .where('a.kind', '=', 'secrecy-reviewed')
    .where('a.at', '>=', from)
    .where('a.at', '<', before)
    .where('i.agency', 'in', [...agencies])
    .orderBy('a.at')
    .orderBy('i.number')
    .orderBy('a.sequence')
    .execute();
  return rows.map(row => ({
    item: row.id as ItemId,
    agency: row.agency as AgencyCode,
    title: row.title,
    reference: row.document_number ?? row.index_number,
    sequence: row.sequence,
    at: Temporal.Instant.from(row.at),
    reviewer: row.actor as StaffId | null,
    conclusion: row.conclusion as SecrecyConclusion,
    attachments: row.attachments,
    publishedOn: row.published_on === null ? null : Temporal.PlainDate.from(row.published_on),
    address: row.visibility === 'public' ? row.address : null,
  }));
}

/** What stands open with each of these agencies on a day, and how much was assessed again in a month. */
export async function listSecrecyStandings(
  queries: Queries,
  agencies: readonly AgencyCode[],
  month: Temporal.PlainYearMonth,
  today: Temporal.PlainDate,
): Promise<readonly SecrecyStanding[]> {
  if (agencies.length === 0) return [];
  const [from, before] = bounds(month);
  const open = await queries
    .selectFrom('items')
    .select('agency')
    .select(sql<number>`count(*) filter (where next_step = 'secrecy')`.as('waiting'))
    .select(sql<number>`count(*) filter (where reassess_by < ${today.toString()}::date)`.as('overdue'))
    .where('agency', 'in', [...agencies])
    .where(eb => eb.or([eb('next_step', '=', 'secrecy'), eb('reassess_by', 'is not', null)]))
    .groupBy('agency')
    .execute();
  const assessed = await queries
    .selectFrom('item_acts as a')
    .innerJoin('items as i', 'i.id', 'a.item')
    .select(['i.agency', eb => eb.fn.countAll<number>().as('count')])
    .where('a.kind', '=', 'reassessed')
    .where('a.at', '>=', from)
    .where('a.at', '<', before)
    .where('i.agency', 'in', [...agencies])
    .groupBy('i.agency')
    .execute();
  return agencies.map(agency => {
    const standing = open.find(row => row.agency === agency);
    return {
      agency,
      waiting: standing?.waiting ?? 0,
      overdue: standing?.overdue ?? 0,
      reassessed: assessed.find(row => row.agency === agency)?.count ?? 0,
    };
  });
}
