import { nthWorkingDay } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { PERIODS } from '../../law/periods.ts';
import type { Content } from './content.ts';

/**
 * 公开期限: the twentieth working day after the information was made or changed (Art. 26), or the end of the period that another
 * law sets for it. The day of making is not counted. Null for information from before the calendar's first year, for which no
 * working days can be counted.
 */
export function publishBy(
  { formedOn, otherPeriod }: Pick<Content, 'formedOn' | 'otherPeriod'>,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  const { length, unit } = otherPeriod ?? PERIODS['proactive-disclosure'];
  if (unit === 'natural-day') return formedOn.add({ days: length });
  const last = calendar.countsUntil.subtract({ years: 1 });
  return Temporal.PlainDate.compare(formedOn, calendar.countsFrom) < 0 || Temporal.PlainDate.compare(formedOn, last) > 0
    ? null
    : nthWorkingDay(calendar, formedOn, length);
}
