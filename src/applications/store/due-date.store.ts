import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Entry } from '../rules/application-log.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';
import { OPEN_STAGES } from '../rules/stage.ts';
import { entryOf } from './application-log.store.ts';

type Day = Temporal.PlainDate;

/** The days that lists show of an open application, as they are stored, with the log that they follow from. */
export type StoredDueDates = {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly version: number;
  readonly receivedOn: Day | null;
  readonly replyDueOn: Day | null;
  readonly nextDueOn: Day | null;
  readonly provisional: boolean;
  readonly log: readonly Entry[];
};

const day = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text));

/** The next open applications in the order of their ids, after one of them. */
export async function listOpenAfter(
  queries: Queries,
  after: ApplicationId | null,
  limit: number,
): Promise<readonly StoredDueDates[]> {
  const files = await queries
    .selectFrom('applications')
    .select(['id', 'agency', 'version', 'received_on', 'reply_due_on', 'next_due_on', 'provisional'])
    .where('stage', 'in', [...OPEN_STAGES])
    .$if(after !== null, query => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute();
  const acts = await queries
    .selectFrom('application_acts')
    .select(['application', 'sequence', 'kind', 'at', 'actor_kind', 'actor', 'facts'])
    .where('application', '=', sql<string>`any(${files.map(({ id }) => id)}::uuid[])`)
    .orderBy('application')
    .orderBy('sequence')
    .execute();
  const logs = new Map<string, Entry[]>(files.map(({ id }) => [id, []]));
  for (const row of acts) logs.get(row.application)!.push(entryOf(row));
  return files.map(row => ({
    id: row.id as ApplicationId,
    agency: row.agency as AgencyCode,
    version: row.version,
    receivedOn: day(row.received_on),
    replyDueOn: day(row.reply_due_on),
    nextDueOn: day(row.next_due_on),
    provisional: row.provisional,
    // An act that came in between the two queries belongs to a projection of its own.
    log: logs.get(row.id)!.filter(({ sequence }) => sequence <= row.version),
  }));
}

/** What an application's stored days become. */
export type MovedDueDates = { readonly before: StoredDueDates; readonly after: Projection };

const text = (date: Day | null): string | null => date?.toString() ?? null;

/**
 * Writes the new days of applications to which nothing has happened meanwhile, and notes those whose due days moved under the
 * version of the calendar. Gives the ids of the applications that were written.
 */
export async function saveMovedDueDates(
  transaction: Queries,
  calendar: string,
  moved: readonly MovedDueDates[],
  at: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (moved.length === 0) return new Set();
  const column = <Value>(of: (entry: MovedDueDates) => Value) => moved.map(of);
  const { rows } = await sql<{ id: string }>`
    update applications set
      received_on = fresh.received_on, reply_due_on = fresh.reply_due_on, next_due_on = fresh.next_due_on,
      waits_for = fresh.waits_for, provisional = fresh.provisional
    from unnest(
      ${column(({ before }) => before.id)}::uuid[], ${column(({ before }) => before.version)}::integer[],
      ${column(({ after }) => text(after.receivedOn))}::date[], ${column(({ after }) => text(after.replyDueOn))}::date[],
      ${column(({ after }) => text(after.nextDueOn))}::date[], ${column(({ after }) => after.waitsFor)}::text[],
      ${column(({ after }) => after.provisional)}::boolean[]
    ) as fresh (id, version, received_on, reply_due_on, next_due_on, waits_for, provisional)
    where applications.id = fresh.id and applications.version = fresh.version
    returning applications.id`.execute(transaction);
  const written = new Set(rows.map(({ id }) => id));
  const noted = moved.filter(
    ({ before, after }) =>
      written.has(before.id) &&
      (text(before.replyDueOn) !== text(after.replyDueOn) || text(before.nextDueOn) !== text(after.nextDueOn)),
  );
  if (noted.length > 0)
    await transaction
      .insertInto('calendar_moves')
      .values(
        noted.map(({ before, after }) => ({
          calendar,
          application: before.id,
          agency: before.agency,
          reply_due_before: text(before.replyDueOn),
          reply_due_after: text(after.replyDueOn),
          next_due_before: text(before.nextDueOn),
          next_due_after: text(after.nextDueOn),
          found_at: at.toString(),
        })),
      )
      .onConflict(conflict =>
        conflict.columns(['calendar', 'application']).doUpdateSet(update => ({
          reply_due_after: update.ref('excluded.reply_due_after'),
          next_due_after: update.ref('excluded.next_due_after'),
          found_at: update.ref('excluded.found_at'),
        })),
      )
      .execute();
  return written;
}
