import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Act } from '../rules/application-log.ts';
import { CLOCK_ACT_KINDS } from '../rules/clock-file.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { readAct } from '../rules/application-log.ts';
import type { DueDates } from '../rules/project.ts';
import { OPEN_STAGES } from '../rules/stage.ts';
import type { Stage } from '../rules/stage.ts';

type Day = Temporal.PlainDate;

/** The days that lists show of an open application, as they are stored, with the acts that its clock follows from. */
export type StoredDueDates = DueDates & {
  readonly id: ApplicationId;
  readonly agency: AgencyCode;
  readonly version: number;
  readonly stage: Stage;
  readonly acts: readonly Act[];
};

const day = (text: string | null): Day | null => (text === null ? null : Temporal.PlainDate.from(text));

type StoredRow = {
  readonly id: string;
  readonly agency: string;
  readonly version: number;
  readonly stage: string;
  readonly received_on: string | null;
  readonly reply_due_on: string | null;
  readonly next_due_on: string | null;
  readonly waits_for: string | null;
  readonly provisional: boolean;
  readonly acts: readonly (readonly [kind: string, facts: unknown])[];
};

/** The next open applications in the order of their ids, after one of them. One row a file: there may be a million. */
export async function listOpenAfter(
  queries: Queries,
  after: ApplicationId | null,
  limit: number,
): Promise<readonly StoredDueDates[]> {
  const { rows } = await sql<StoredRow>`
    select id, agency, version, stage, received_on, reply_due_on, next_due_on, waits_for, provisional, (
      select jsonb_agg(jsonb_build_array(kind, facts) order by sequence) from application_acts
      where application = file.id and sequence <= file.version and kind = any(${[...CLOCK_ACT_KINDS]}::text[])
    ) as acts
    from applications file
    where stage = any(${[...OPEN_STAGES]}::text[]) and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(queries);
  return rows.map(row => ({
    id: row.id as ApplicationId,
    agency: row.agency as AgencyCode,
    version: row.version,
    stage: row.stage as Stage,
    receivedOn: day(row.received_on),
    replyDueOn: day(row.reply_due_on),
    nextDueOn: day(row.next_due_on),
    waitsFor: row.waits_for as DueDates['waitsFor'],
    provisional: row.provisional,
    acts: row.acts.map(([kind, facts]) => readAct(kind, facts)),
  }));
}

/** What an application's stored days become. */
export type MovedDueDates = { readonly before: StoredDueDates; readonly after: DueDates };

const text = (date: Day | null): string | null => date?.toString() ?? null;

/**
 * Writes the new days of applications to which nothing has happened meanwhile, and notes those whose due days moved under the
 * version of the calendar. Gives how many were written.
 */
export async function saveMovedDueDates(
  queries: Queries,
  calendar: string,
  moved: readonly MovedDueDates[],
  at: Temporal.Instant,
): Promise<number> {
  const column = <Value>(of: (entry: MovedDueDates) => Value) => moved.map(of);
  const { rows } = await sql<{ written: number }>`
    with fresh as (
      select * from unnest(
        ${column(({ before }) => before.id)}::uuid[], ${column(({ before }) => before.version)}::integer[],
        ${column(({ after }) => text(after.receivedOn))}::date[],
        ${column(({ before }) => text(before.replyDueOn))}::date[],
        ${column(({ after }) => text(after.replyDueOn))}::date[],
        ${column(({ before }) => text(before.nextDueOn))}::date[],
        ${column(({ after }) => text(after.nextDueOn))}::date[],
        ${column(({ after }) => after.waitsFor)}::text[], ${column(({ after }) => after.provisional)}::boolean[]
      ) as fresh (id, version, received_on, reply_due_before, reply_due_on, next_due_before, next_due_on, waits_for, provisional)
    ), written as (
      update applications file set
        received_on = fresh.received_on, reply_due_on = fresh.reply_due_on, next_due_on = fresh.next_due_on,
        waits_for = fresh.waits_for, provisional = fresh.provisional
      from fresh where file.id = fresh.id and file.version = fresh.version
      returning file.id, file.agency, reply_due_before, fresh.reply_due_on, next_due_before, fresh.next_due_on
    ), noted as (
      insert into calendar_moves (
        calendar, application, agency, reply_due_before, reply_due_after, next_due_before, next_due_after, found_at
      )
      select ${calendar}, id, agency, reply_due_before, reply_due_on, next_due_before, next_due_on, ${at.toString()}::timestamptz
      from written where reply_due_before is distinct from reply_due_on or next_due_before is distinct from next_due_on
      on conflict (calendar, application) do update set
        reply_due_after = excluded.reply_due_after, next_due_after = excluded.next_due_after, found_at = excluded.found_at
    )
    select count(*) as written from written`.execute(queries);
  return rows[0]!.written;
}
