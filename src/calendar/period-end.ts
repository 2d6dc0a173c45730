import type { Period } from '../law/periods.ts';
import { civilOf, dateOfDay, dayNumberFrom, dayNumberOf } from './day-number.ts';
import type { DayNumber } from './day-number.ts';
import { isProvisionalDay, nthWorkingDayNumber, rollForward } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The day of the same number so many months later; where that month is shorter, its last day (民法典第二百零二条). */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const [year, month, dayOfMonth] = civilOf(day);
  const [endYear, endMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const monthLength =
    dayNumberFrom(endMonth === 12 ? endYear + 1 : endYear, (endMonth % 12) + 1, 1) -
    dayNumberFrom(endYear, endMonth, 1);
  return dayNumberFrom(endYear, endMonth, Math.min(dayOfMonth, monthLength));
}

/** The last day of a period before it is moved off rest days. */
export function rawPeriodEnd(calendar: WorkingCalendar, { length, unit }: Period, anchor: DayNumber): DayNumber {
  if (unit === 'working-day') return nthWorkingDayNumber(calendar, anchor, length);
  return unit === 'natural-day' ? anchor + length : monthsAfter(anchor, length);
}

/** The last day of a period, moved to the next working day where it is a day of rest (民法典第二百零三条). */
export function periodEndNumber(calendar: WorkingCalendar, period: Period, anchor: DayNumber): DayNumber {
  const raw = rawPeriodEnd(calendar, period, anchor);
  return period.unit === 'working-day' ? raw : rollForward(calendar, raw);
}

/** When a period ends that begins after `anchor`; `rawLastDay` differs where the last day was a day of rest. */
export type PeriodEnd = {
  readonly lastDay: Temporal.PlainDate;
  readonly rawLastDay: Temporal.PlainDate;
  readonly provisional: boolean;
};

/** The end of a period whose event happened on `anchor`; that day itself is not counted (民法典第二百零一条). */
export function periodEnd(calendar: WorkingCalendar, period: Period, anchor: Temporal.PlainDate): PeriodEnd {
  const start = dayNumberOf(anchor);
  const last = periodEndNumber(calendar, period, start);
  return {
    lastDay: dateOfDay(last),
    rawLastDay: dateOfDay(rawPeriodEnd(calendar, period, start)),
    provisional: isProvisionalDay(calendar, last),
  };
}
