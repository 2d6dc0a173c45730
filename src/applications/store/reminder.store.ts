import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { registrationNumber } from '../rules/case-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';
import type { ReminderKind } from '../rules/reminders.ts';

type Day = Temporal.PlainDate;

/** What the daily sweep needs of an open file, without opening it. */
export type SweptFile = Pick<Projection, 'stage' | 'nextDueOn' | 'waitsFor' | 'handler'> & {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly number: string;
};

const PAGE = 1000;

/** Open files whose next day is no later than `until`, in the order of their ids, from behind `after`: one page. */
export async function listFilesToSweep(
  queries: Queries,
  until: Day,
  after: ApplicationId | null,
): Promise<readonly SweptFile[]> {
  const rows = await queries
    .selectFrom('applications')
    .select(['id', 'agency', 'year', 'number', 'stage', 'next_due_on', 'waits_for', 'handler'])
    .where('stage', 'not in', ['settled', 'archived', 'split'])
    .where('next_due_on', '<=', until.toString())
    .$if(after !== null, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(row => ({
    id: row.id as ApplicationId,
    agency: row.agency as AgencyCode,
    number: registrationNumber(row),
    stage: row.stage as SweptFile['stage'],
    nextDueOn: row.next_due_on === null ? null : Temporal.PlainDate.from(row.next_due_on),
    waitsFor: row.waits_for as SweptFile['waitsFor'],
    handler: row.handler as StaffId | null,
  }));
}

/** Open files on which somebody was consulted at some time. */
export async function listConsultingFiles(queries: Queries): Promise<readonly ApplicationId[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from applications a
    where a.stage not in ('settled', 'archived', 'split')
      and exists (select from application_consultations c where c.application = a.id)
    order by a.id`.execute(queries);
  return rows.map(({ id }) => id as ApplicationId);
}

export type ReminderToMake = {
  readonly recipient: StaffId;
  readonly application: ApplicationId;
  readonly kind: ReminderKind;
  readonly dueOn: Day;
};

/** Makes a reminder; whether it is new. Of one file, kind and day an officer is told once. */
export async function makeReminder(queries: Queries, reminder: ReminderToMake, at: Temporal.Instant): Promise<boolean> {
  const { recipient, application, kind, dueOn } = reminder;
  const [result] = await queries
    .insertInto('reminders')
    .values({
      id: randomUUIDv7(),
      recipient,
      application,
      kind,
      due_on: dueOn.toString(),
      made_at: at.toString(),
      read_at: null,
    })
    .onConflict(conflict => conflict.columns(['recipient', 'application', 'kind', 'due_on']).doNothing())
    .execute();
  return (result?.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type Reminder = {
  readonly id: string;
  readonly application: ApplicationId;
  readonly agency: AgencyCode;
  readonly number: string;
  readonly kind: ReminderKind;
  readonly dueOn: Day;
  readonly madeAt: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
};

/** An officer's reminders, those not read yet and the newest first. */
export async function listReminders(queries: Queries, officer: StaffId, limit: number): Promise<readonly Reminder[]> {
  const rows = await queries
    .selectFrom('reminders')
    .innerJoin('applications', 'applications.id', 'reminders.application')
    .select([
      'reminders.id',
      'reminders.application',
      'reminders.kind',
      'reminders.due_on',
      'reminders.made_at',
      'reminders.read_at',
      'applications.agency',
      'applications.year',
      'applications.number',
    ])
    .where('recipient', '=', officer)
    .orderBy(sql`read_at is not null`)
    .orderBy('made_at', 'desc')
    .orderBy('reminders.id')
    .limit(limit)
    .execute();
  return rows.map(row => ({
    id: row.id,
    application: row.application as ApplicationId,
    agency: row.agency as AgencyCode,
    number: registrationNumber(row),
    kind: row.kind as ReminderKind,
    dueOn: Temporal.PlainDate.from(row.due_on),
    madeAt: Temporal.Instant.from(row.made_at),
    readAt: row.read_at === null ? null : Temporal.Instant.from(row.read_at),
  }));
}

/** How many reminders an officer has not read. */
export async function countUnreadReminders(queries: Queries, officer: StaffId): Promise<number> {
  const { count } = await queries
    .selectFrom('reminders')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('recipient', '=', officer)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks all of an officer's reminders that were made until a moment as read. */
export async function readReminders(
  queries: Queries,
  officer: StaffId,
  until: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  await queries
    .updateTable('reminders')
    .set({ read_at: at.toString() })
    .where('recipient', '=', officer)
    .where('read_at', 'is', null)
    .where('made_at', '<=', until.toString())
    .execute();
}
