import { dateOfDay, dayNumberFrom, dayNumberOf, weekdayName, weekdayOf } from './day-number.ts';
import type { DayNumber } from './day-number.ts';
import type { HolidayNotice } from './holiday-notice.ts';
import { statutoryDaysOf } from './statutory-days.ts';

/**
 * The last weeks of a year are open until the next year's notice: that of 2019 moved 29 and 31 December 2018, that of 2023 took
 * 31 December 2022. What a notice settles therefore ends on 24 December.
 */
export const COVERED_UNTIL = { month: 12, day: 24 } as const;
/** Years counted beyond the last notice, with statutory days alone. */
const YEARS_AHEAD = 10;

/** What a day is, in the words of an explanation: 周末, 国庆节, 调休上班, 工作日. */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'statutory-holiday';

/**
 * The working days that periods are counted in, as a value: notices, and tables of them. `version` differs whenever the
 * days may differ. Days outside [`countsFrom`, `countsUntil`] cannot be counted; days outside
 * [`coverageFrom`, `coverageUntil`] rest on no notice and make a result provisional.
 */
export type WorkingCalendar = {
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
  readonly countsFrom: Temporal.PlainDate;
  readonly countsUntil: Temporal.PlainDate;
  readonly coverageFrom: Temporal.PlainDate;
  readonly coverageUntil: Temporal.PlainDate;
  readonly table: CalendarTable;
};

/** By day number less `first`: how many working days there are up to and including the day; and the working days in order. */
type CalendarTable = {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly coveredUntil: DayNumber;
  readonly count: Int32Array;
  readonly workingDays: Int32Array;
  readonly special: ReadonlyMap<DayNumber, SpecialDay>;
};

type SpecialDay = { readonly kind: DayKind; readonly name: string; readonly notice: HolidayNotice | null };

/** A day out of the table: a period would have to be counted over years that nobody can know. */
export class OutsideCalendar extends RangeError {
  override readonly name = 'OutsideCalendar';
}

const isoDay = (text: string): DayNumber => dayNumberOf(Temporal.PlainDate.from(text));

function specialDaysOf(notices: readonly HolidayNotice[], lastYear: number): Map<DayNumber, SpecialDay> {
  const special = new Map<DayNumber, SpecialDay>();
  const settled = new Set(notices.filter(({ kind }) => kind === 'yearly').map(({ year }) => year));
  const firstYear = Math.min(...settled);
  for (let year = firstYear; year <= lastYear; year += 1)
    if (!settled.has(year))
      for (const [date, name] of statutoryDaysOf(year))
        special.set(isoDay(date), { kind: 'statutory-holiday', name, notice: null });
  for (const notice of notices) {
    for (const { name, from, to } of notice.holidays)
      for (let day = isoDay(from); day <= isoDay(to); day += 1) special.set(day, { kind: 'holiday', name, notice });
    for (const { name, on } of notice.makeUpDays) special.set(isoDay(on), { kind: 'make-up', name, notice });
    for (const on of notice.ordinaryDays) special.delete(isoDay(on));
  }
  return special;
}

const isOff = (kind: DayKind): boolean => kind !== 'working' && kind !== 'make-up';

function kindOf(special: ReadonlyMap<DayNumber, SpecialDay>, day: DayNumber): DayKind {
  return special.get(day)?.kind ?? (weekdayOf(day) >= 6 ? 'weekend' : 'working');
}

/** The last year up to which every year has its notice. */
function lastCoveredYear(notices: readonly HolidayNotice[]): number {
  const years = new Set(notices.filter(({ kind }) => kind === 'yearly').map(({ year }) => year));
  let year = Math.min(...years);
  while (years.has(year + 1)) year += 1;
  return year;
}

/**
 * The calendar that follows from notices: those that come with the program, then an office's own changes in the order of their
 * adoption. Where two say different things of a day, the later one prevails. There must be a yearly notice among them.
 */
export function createWorkingCalendar(
  notices: readonly HolidayNotice[],
  changes: readonly HolidayNotice[] = [],
): WorkingCalendar {
  const all = [...notices, ...changes];
  const yearly = all.filter(({ kind }) => kind === 'yearly').map(({ year }) => year);
  const [firstYear, lastYear] = [Math.min(...yearly), Math.max(...yearly) + YEARS_AHEAD];
  const special = specialDaysOf(all, lastYear);
  const [first, last] = [dayNumberFrom(firstYear, 1, 1), dayNumberFrom(lastYear, 12, 31)];
  const count = new Int32Array(last - first + 1);
  const workingDays = new Int32Array(last - first + 1);
  let counted = 0;
  for (let day = first; day <= last; day += 1) {
    if (!isOff(kindOf(special, day))) {
      workingDays[counted] = day;
      counted += 1;
    }
    count[day - first] = counted;
  }
  const coveredUntil = dayNumberFrom(lastCoveredYear(all), COVERED_UNTIL.month, COVERED_UNTIL.day);
  return {
    version: `${Math.max(...notices.map(({ year }) => year))}.${changes.length}`,
    notices: all,
    countsFrom: dateOfDay(first),
    countsUntil: dateOfDay(last),
    coverageFrom: dateOfDay(first),
    coverageUntil: dateOfDay(coveredUntil),
    table: { first, last, coveredUntil, count, workingDays: workingDays.subarray(0, counted), special },
  };
}

/** How many working days there are from the calendar's first day up to and including `day`. */
function countUntil({ table }: WorkingCalendar, day: DayNumber): number {
  const count = table.count[day - table.first];
  if (count === undefined) throw new OutsideCalendar(`outside the calendar: ${dateOfDay(day).toString()}`);
  return count;
}

/** Days taken out of a period: those after `after` up to and including `through`. */
export type ExcludedDays = { readonly after: DayNumber; readonly through: DayNumber };

/** The same days as disjoint runs in order: days in two of them are taken out once. */
export function unionOf(excluded: readonly ExcludedDays[]): readonly ExcludedDays[] {
  if (excluded.length < 2) return excluded;
  const union: { after: DayNumber; through: DayNumber }[] = [];
  for (const { after, through } of excluded.toSorted((one, other) => one.after - other.after)) {
    const last = union.at(-1);
    if (last !== undefined && after <= last.through) last.through = Math.max(last.through, through);
    else union.push({ after, through });
  }
  return union;
}

/** The `n`-th working day strictly after `anchor` (n ≥ 1), days of `excluded` (disjoint, in order) not being counted. */
export function nthWorkingDayNumber(
  calendar: WorkingCalendar,
  anchor: DayNumber,
  n: number,
  excluded: readonly ExcludedDays[] = [],
): DayNumber {
  const { workingDays } = calendar.table;
  let ordinal = countUntil(calendar, anchor) + n;
  for (const { after, through } of excluded) {
    const reached = workingDays[ordinal - 1];
    if (reached === undefined || after >= reached) break;
    if (through > anchor) ordinal += countUntil(calendar, through) - countUntil(calendar, Math.max(after, anchor));
  }
  const day = workingDays[ordinal - 1];
  if (day === undefined) throw new OutsideCalendar(`${n} working days after ${dateOfDay(anchor).toString()}`);
  return day;
}

/** How many working days lie after `after` up to and including `through`. */
export function workingDaysBetween(calendar: WorkingCalendar, after: DayNumber, through: DayNumber): number {
  return through <= after ? 0 : countUntil(calendar, through) - countUntil(calendar, after);
}

/** Whether a day number is a working day. */
export function isWorkingDayNumber(calendar: WorkingCalendar, day: DayNumber): boolean {
  const before = day === calendar.table.first ? 0 : countUntil(calendar, day - 1);
  return countUntil(calendar, day) > before;
}

/** The day itself where it is a working day, else the next one that is. */
export function rollForward(calendar: WorkingCalendar, day: DayNumber): DayNumber {
  return isWorkingDayNumber(calendar, day) ? day : nthWorkingDayNumber(calendar, day, 1);
}

/** Whether a day rests on no notice. */
export function isProvisionalDay({ table }: WorkingCalendar, day: DayNumber): boolean {
  return day > table.coveredUntil || day < table.first;
}

/** What a day is and by which notice; `reason` is one word for an explanation (周末, 国庆节, 调休上班, 工作日). */
export type DayFacts = {
  readonly working: boolean;
  readonly kind: DayKind;
  readonly reason: string;
  /** The holiday that the day belongs to, or that a make-up day makes up for. */
  readonly holiday: string | null;
  readonly weekday: string;
  readonly notice: HolidayNotice | null;
  readonly provisional: boolean;
};

const REASON: Readonly<Record<'working' | 'make-up' | 'weekend', string>> = {
  working: '工作日',
  'make-up': '调休上班',
  weekend: '周末',
};

/** What a day number is. */
export function factsOfDay(calendar: WorkingCalendar, day: DayNumber): DayFacts {
  const { special, first, last } = calendar.table;
  if (day < first || day > last) throw new OutsideCalendar(`outside the calendar: ${dateOfDay(day).toString()}`);
  const kind = kindOf(special, day);
  const found = special.get(day);
  const holiday = found?.name ?? null;
  return {
    working: !isOff(kind),
    kind,
    reason: kind === 'holiday' || kind === 'statutory-holiday' ? found!.name : REASON[kind],
    holiday,
    weekday: weekdayName(day),
    notice: found?.notice ?? null,
    provisional: isProvisionalDay(calendar, day),
  };
}

/** What a day is and by which notice. Throws `OutsideCalendar` where the calendar does not reach. */
export function dayFactsOf(calendar: WorkingCalendar, date: Temporal.PlainDate): DayFacts {
  return factsOfDay(calendar, dayNumberOf(date));
}

/** Whether a day is a working day; days of a make-up weekend are (调休上班). */
export function isWorkingDay(calendar: WorkingCalendar, date: Temporal.PlainDate): boolean {
  return isWorkingDayNumber(calendar, dayNumberOf(date));
}

/** The `n`-th working day strictly after `anchor`, days of `excluded` not being counted (in any order, also overlapping). */
export function nthWorkingDay(
  calendar: WorkingCalendar,
  anchor: Temporal.PlainDate,
  n: number,
  excluded: readonly ExcludedDays[] = [],
): Temporal.PlainDate {
  return dateOfDay(nthWorkingDayNumber(calendar, dayNumberOf(anchor), n, unionOf(excluded)));
}

/** A day on which two calendars differ, as one and the other have it. */
export type DayChange = { readonly date: Temporal.PlainDate; readonly before: DayFacts; readonly after: DayFacts };

/** The days of years on which a calendar says something else than another: work instead of rest, or another holiday. */
export function dayChanges(
  before: WorkingCalendar,
  after: WorkingCalendar,
  years: readonly number[],
): readonly DayChange[] {
  const first = Math.max(before.table.first, after.table.first);
  const last = Math.min(before.table.last, after.table.last);
  return years.flatMap(year => {
    const changes: DayChange[] = [];
    const end = Math.min(last, dayNumberFrom(year, 12, 31));
    for (let day = Math.max(first, dayNumberFrom(year, 1, 1)); day <= end; day += 1) {
      const [one, other] = [factsOfDay(before, day), factsOfDay(after, day)];
      if (one.working !== other.working || one.reason !== other.reason)
        changes.push({ date: dateOfDay(day), before: one, after: other });
    }
    return changes;
  });
}
