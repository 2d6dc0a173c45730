import { nthWorkingDay } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { PERIODS } from '../../law/periods.ts';
import type { Content } from './content.ts';

/**
 * 公开期限: the twentieth working day after the information was made or changed (Art. 26), or the end of the period that another
 * law sets for it. The day of making is not counted.
 */
export function publishBy(
  { formedOn, otherPeriod }: Pick<Content, 'formedOn' | 'otherPeriod'>,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const { length, unit } = otherPeriod ?? PERIODS['proactive-disclosure'];
  return unit === 'working-day' ? nthWorkingDay(calendar, formedOn, length) : formedOn.add({ days: length });
}
