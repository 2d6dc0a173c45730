import { z } from 'zod';
import { NOTICE_KINDS } from '../../calendar/holiday-notice.ts';
import type { HolidayNotice } from '../../calendar/holiday-notice.ts';
import { calendarWith, NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Queries } from '../../platform/database/pool.ts';

/** A change of the calendar as it was adopted: its notice, the text it was read from, who and when. */
export type CalendarChange = {
  /** From 1 on, without gaps. */
  readonly version: number;
  readonly notice: HolidayNotice;
  readonly sourceText: string;
  readonly adoptedBy: StaffId;
  readonly adoptedAt: Temporal.Instant;
};

const stored = z.object({
  kind: z.enum(NOTICE_KINDS),
  year: z.int(),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  holidays: z.array(z.object({ name: z.string(), from: z.iso.date(), to: z.iso.date() })),
  makeUpDays: z.array(z.object({ name: z.string(), on: z.iso.date() })),
  ordinaryDays: z.array(z.iso.date()),
});

/** All changes that were adopted, in the order in which they prevail. */
export async function listCalendarChanges(queries: Queries): Promise<readonly CalendarChange[]> {
  const rows = await queries.selectFrom('calendar_changes').selectAll().orderBy('version').execute();
  return rows.map(row => ({
    version: row.version,
    notice: stored.parse({
      kind: row.kind,
      year: row.year,
      title: row.title,
      number: row.number,
      issuedOn: row.issued_on,
      holidays: row.holidays,
      makeUpDays: row.make_up_days,
      ordinaryDays: row.ordinary_days,
    }),
    sourceText: row.source_text,
    adoptedBy: row.adopted_by as StaffId,
    adoptedAt: Temporal.Instant.from(row.adopted_at),
  }));
}

/** The calendar after a change, or after the last one: earlier versions can be had as they were. Version 0 is the national calendar. */
export async function readWorkingCalendar(queries: Queries, version?: number): Promise<WorkingCalendar> {
  const changes = await listCalendarChanges(queries);
  const until = version ?? changes.length;
  return calendarWith(changes.filter(change => change.version <= until).map(({ notice }) => notice));
}

/** The calendar as it stands whenever it is asked for; made anew only after a change. */
export function createCalendarSource(queries: Queries): () => Promise<WorkingCalendar> {
  let current = { version: 0, calendar: NATIONAL_CALENDAR };
  return async () => {
    const row = await queries
      .selectFrom('calendar_changes')
      .select('version')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const version = row?.version ?? 0;
    if (version !== current.version) current = { version, calendar: await readWorkingCalendar(queries, version) };
    return current.calendar;
  };
}

/** An application whose days moved when the calendar changed. */
export type CalendarMove = {
  /** Version of the calendar by which it was computed. */
  readonly calendar: string;
  readonly application: ApplicationId;
  readonly agency: string;
  readonly year: number;
  readonly number: number;
  readonly replyDue: readonly [before: Temporal.PlainDate | null, after: Temporal.PlainDate | null];
  readonly nextDue: readonly [before: Temporal.PlainDate | null, after: Temporal.PlainDate | null];
};

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

/** The applications of agencies whose days moved by a version of the calendar, in the order of their new due days. */
export async function listCalendarMoves(
  queries: Queries,
  calendar: string,
  agencies: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly CalendarMove[]> {
  if (agencies.length === 0) return [];
  const rows = await queries
    .selectFrom('calendar_moves as move')
    .innerJoin('applications as file', 'file.id', 'move.application')
    .selectAll('move')
    .select(['file.year', 'file.number'])
    .where('move.calendar', '=', calendar)
    .where('move.agency', 'in', agencies)
    .orderBy('reply_due_after')
    .orderBy('application')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(row => ({
    calendar: row.calendar,
    application: row.application as ApplicationId,
    agency: row.agency,
    year: row.year,
    number: row.number,
    replyDue: [day(row.reply_due_before), day(row.reply_due_after)],
    nextDue: [day(row.next_due_before), day(row.next_due_after)],
  }));
}

/** How many applications of agencies moved by a version of the calendar. */
export async function countCalendarMoves(
  queries: Queries,
  calendar: string,
  agencies: readonly string[],
): Promise<number> {
  if (agencies.length === 0) return 0;
  const { moved } = await queries
    .selectFrom('calendar_moves')
    .select(({ fn }) => fn.countAll<number>().as('moved'))
    .where('calendar', '=', calendar)
    .where('agency', 'in', agencies)
    .executeTakeFirstOrThrow();
  return moved;
}
