/** A day as a whole number, 1970-01-01 being 0: what periods are counted with. Days of the calendar keep no time and no zone. */
export type DayNumber = number;

/** Days from 1970-01-01 to a day of the Gregorian calendar; months from 1. */
export function dayNumberFrom(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The number of a day. */
export function dayNumberOf(date: Temporal.PlainDate): DayNumber {
  return dayNumberFrom(date.year, date.month, date.day);
}

/** Year, month and day of a day number. */
export function civilOf(number: DayNumber): readonly [year: number, month: number, day: number] {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

// A date costs more to make than to count to: those that periods end on are made once.
const FIRST_KEPT = dayNumberFrom(2008, 1, 1);
const LAST_KEPT = dayNumberFrom(2050, 12, 31);
const kept: (Temporal.PlainDate | undefined)[] = [];

/** The day of a number. */
export function dateOfDay(number: DayNumber): Temporal.PlainDate {
  const place = number - FIRST_KEPT;
  const known = kept[place];
  if (known !== undefined) return known;
  const date = new Temporal.PlainDate(...civilOf(number));
  if (number >= FIRST_KEPT && number <= LAST_KEPT) kept[place] = date;
  return date;
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 星期三 */
export function weekdayName(number: DayNumber): string {
  return `星期${WEEKDAYS[weekdayOf(number) - 1]!}`;
}

/** 2026年1月4日 */
export function dateInChinese(date: Temporal.PlainDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}
