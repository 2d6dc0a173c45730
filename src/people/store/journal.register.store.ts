import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { findAgencyCode } from '../rules/agency.ts';
import type { AgencyCode } from '../rules/agency.ts';
import type { StaffId } from '../rules/staff-id.ts';

export type JournalFilter = {
  readonly agencies: readonly AgencyCode[];
  /** Whether what belongs to no agency is wanted too, such as wrong names at sign-in and the work of the operator. */
  readonly withoutAgency: boolean;
  readonly event: string | null;
  readonly actor: StaffId | null;
  readonly subject: string | null;
  readonly from: Temporal.Instant | null;
  /** Not included. */
  readonly before: Temporal.Instant | null;
};

export type JournalLine = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly agency: AgencyCode | null;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly event: string;
  readonly subject: string | null;
  readonly detail: unknown;
};

/** Beyond this many the count is no longer exact: nobody turns so many pages. */
export const MOST_COUNTED = 10_000;

function filtered(queries: Queries, filter: JournalFilter) {
  let query = queries.selectFrom('journal');
  query = filter.withoutAgency
    ? query.where(build =>
        build.or([build('journal.agency', 'in', filter.agencies), build('journal.agency', 'is', null)]),
      )
    : query.where('journal.agency', 'in', filter.agencies);
  if (filter.event !== null) query = query.where('journal.event', '=', filter.event);
  if (filter.actor !== null) query = query.where('journal.actor', '=', filter.actor);
  if (filter.subject !== null) query = query.where('journal.subject', '=', filter.subject);
  if (filter.from !== null) query = query.where('journal.at', '>=', filter.from.toString());
  if (filter.before !== null) query = query.where('journal.at', '<', filter.before.toString());
  return query;
}

/** A page of the journal, the latest first, and how many entries there are, counted up to `MOST_COUNTED`. */
export async function listJournal(
  queries: Queries,
  filter: JournalFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly lines: readonly JournalLine[]; readonly total: number }> {
  if (filter.agencies.length === 0) return { lines: [], total: 0 };
  const rows = await filtered(queries, filter)
    .leftJoin('staff', 'staff.id', 'journal.actor')
    .select([
      'journal.id',
      'journal.at',
      'journal.agency',
      'journal.actor_kind',
      'staff.name as actorName',
      'journal.event',
      'journal.subject',
      'journal.detail',
    ])
    .orderBy('journal.at', 'desc')
    .orderBy('journal.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const { total } = await queries
    .selectFrom(
      filtered(queries, filter)
        .select(sql<number>`1`.as('one'))
        .limit(MOST_COUNTED)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const lines = rows.map(row => ({
    id: row.id,
    at: Temporal.Instant.from(row.at),
    agency: findAgencyCode(row.agency ?? '') ?? null,
    actorKind: row.actor_kind,
    actorName: row.actorName,
    event: row.event,
    subject: row.subject,
    detail: row.detail,
  }));
  return { lines, total };
}
