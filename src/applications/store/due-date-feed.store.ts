import { sql } from 'kysely';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { registrationNumber } from '../rules/case-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';

/** An open file of an officer's with the day by which something is due. */
export type OwnDueDate = Pick<Projection, 'stage' | 'waitsFor'> & {
  readonly id: ApplicationId;
  readonly number: string;
  readonly dueOn: Temporal.PlainDate;
  /** When the file was last acted on. */
  readonly changedAt: Temporal.Instant;
};

/** Sets the address of an officer's feed; one that was given out before leads nowhere from then on. */
export async function setDueDateFeed(
  queries: Queries,
  officer: StaffId,
  tokenDigest: string,
  at: Temporal.Instant,
): Promise<void> {
  const facts = { token_digest: tokenDigest, made_at: at.toString() };
  await queries
    .insertInto('due_date_feeds')
    .values({ officer, ...facts })
    .onConflict(conflict => conflict.column('officer').doUpdateSet(facts))
    .execute();
}

/** Takes an officer's feed away. */
export async function removeDueDateFeed(queries: Queries, officer: StaffId): Promise<void> {
  await queries.deleteFrom('due_date_feeds').where('officer', '=', officer).execute();
}

/** Since when an officer has a feed; undefined where there is none. */
export async function findDueDateFeed(queries: Queries, officer: StaffId): Promise<Temporal.Instant | undefined> {
  const row = await queries
    .selectFrom('due_date_feeds')
    .select('made_at')
    .where('officer', '=', officer)
    .executeTakeFirst();
  return row === undefined ? undefined : Temporal.Instant.from(row.made_at);
}

/** Whose feed a token opens; undefined for one that opens none, or whose officer's account is switched off. */
export async function findFeedOfficer(queries: Queries, tokenDigest: string): Promise<StaffId | undefined> {
  const row = await queries
    .selectFrom('due_date_feeds')
    .innerJoin('staff', 'staff.id', 'due_date_feeds.officer')
    .select('staff.id')
    .where('token_digest', '=', tokenDigest)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id as StaffId | undefined;
}

type Row = {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly stage: string;
  readonly waits_for: string | null;
  readonly next_due_on: string;
  readonly changed_at: string;
};

/** The open files that an officer handles, the nearest day first. */
export async function listOwnDueDates(queries: Queries, officer: StaffId): Promise<readonly OwnDueDate[]> {
  const { rows } = await sql<Row>`
    select a.id, a.year, a.number, a.stage, a.waits_for, a.next_due_on,
           (select max(at) from application_acts e where e.application = a.id) as changed_at
    from applications a
    where a.handler = ${officer} and a.stage not in ('settled', 'archived', 'split') and a.next_due_on is not null
    order by a.next_due_on, a.number limit 1000`.execute(queries);
  return rows.map(row => ({
    id: row.id as ApplicationId,
    number: registrationNumber(row),
    stage: row.stage as OwnDueDate['stage'],
    waitsFor: row.waits_for as OwnDueDate['waitsFor'],
    dueOn: Temporal.PlainDate.from(row.next_due_on),
    changedAt: Temporal.Instant.from(row.changed_at),
  }));
}
