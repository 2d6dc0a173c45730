import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { CalendarChange } from './working-calendar.register.store.ts';

/** Holds off whoever else changes the calendar until the transaction ends, and gives the number of the last change. */
export async function lockCalendar(transaction: Queries): Promise<number> {
  await sql`lock table calendar_changes in share row exclusive mode`.execute(transaction);
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(version), 0) as last from calendar_changes`.execute(transaction);
  return rows[0]!.last;
}

/** Appends a change; its version must be the one after the last. */
export async function appendCalendarChange(transaction: Queries, change: CalendarChange): Promise<void> {
  const { notice } = change;
  await transaction
    .insertInto('calendar_changes')
    .values({
      version: change.version,
      kind: notice.kind,
      year: notice.year,
      title: notice.title,
      number: notice.number,
      issued_on: notice.issuedOn,
      holidays: JSON.stringify(notice.holidays),
      make_up_days: JSON.stringify(notice.makeUpDays),
      ordinary_days: JSON.stringify(notice.ordinaryDays),
      source_text: change.sourceText,
      adopted_by: change.adoptedBy,
      adopted_at: change.adoptedAt.toString(),
    })
    .execute();
}
