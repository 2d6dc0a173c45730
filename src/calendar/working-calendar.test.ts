import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERIODS } from '../law/periods.ts';
import { civilOf, dateOfDay, dayNumberOf, weekdayOf } from './day-number.ts';
import type { HolidayNotice } from './holiday-notice.ts';
import { calendarWith, NATIONAL_CALENDAR } from './national-calendar.ts';
import { periodEnd } from './period-end.ts';
import { statutoryDaysOf } from './statutory-days.ts';
import {
  dayChanges,
  dayFactsOf,
  isWorkingDay,
  nthWorkingDay,
  nthWorkingDayNumber,
  OutsideCalendar,
  unionOf,
  workingDaysBetween,
} from './working-calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const facts = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/calendar/working-days.json'), 'utf8'),
) as {
  offDays: string[];
  makeupWorkingDays: string[];
  workingDaysPerYear: Record<string, number>;
};

test('every day from 2019 to 2026 is what the collected notices make of it', () => {
  const [off, makeUp] = [new Set(facts.offDays), new Set(facts.makeupWorkingDays)];
  const perYear: Record<string, number> = {};
  let checked = 0;
  for (let date = day('2019-01-01'); date.year <= 2026; date = date.add({ days: 1 })) {
    const text = date.toString();
    const expected = !off.has(text) && (makeUp.has(text) || date.dayOfWeek <= 5);
    expect([text, isWorkingDay(NATIONAL_CALENDAR, date)]).toEqual([text, expected]);
    expect([text, dayFactsOf(NATIONAL_CALENDAR, date).working]).toEqual([text, expected]);
    if (expected) perYear[date.year] = (perYear[date.year] ?? 0) + 1;
    checked += 1;
  }
  expect(checked).toBe(2922);
  expect(perYear).toEqual(facts.workingDaysPerYear);
});

test('a day off is called by its holiday, a make-up day by what it makes up for', () => {
  const reasons = [
    '2025-10-06',
    '2025-09-28',
    '2025-09-27',
    '2025-09-29',
    '2020-02-01',
    '2019-05-04',
    '2024-02-17',
  ].map(text => dayFactsOf(NATIONAL_CALENDAR, day(text)).reason);
  expect(reasons).toEqual(['国庆节、中秋节', '调休上班', '周末', '工作日', '春节', '劳动节', '春节']);
  expect(dayFactsOf(NATIONAL_CALENDAR, day('2025-09-28')).holiday).toBe('国庆节、中秋节');
  expect(dayFactsOf(NATIONAL_CALENDAR, day('2020-02-01')).notice?.title).toBe(
    '国务院办公厅关于延长2020年春节假期的通知',
  );
});

test('half-days for some (妇女节, 青年节) are working days', () => {
  expect(isWorkingDay(NATIONAL_CALENDAR, day('2024-03-08'))).toBe(true);
  expect(isWorkingDay(NATIONAL_CALENDAR, day('2023-05-04'))).toBe(true);
});

test('what no notice settles is provisional: from 25 December of the last year on', () => {
  expect(NATIONAL_CALENDAR.coverageUntil.toString()).toBe('2026-12-24');
  const provisional = (text: string) => dayFactsOf(NATIONAL_CALENDAR, day(text)).provisional;
  expect(['2025-12-31', '2026-12-24', '2026-12-25', '2027-03-01'].map(provisional)).toEqual([false, false, true, true]);
});

test('of 2027 the statutory days are known and nothing else', () => {
  const off = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'];
  expect(off.map(text => isWorkingDay(NATIONAL_CALENDAR, day(text)))).toEqual(off.map(() => false));
  expect(dayFactsOf(NATIONAL_CALENDAR, day('2027-01-01'))).toMatchObject({ reason: '元旦', notice: null });
  expect(isWorkingDay(NATIONAL_CALENDAR, day('2027-02-09'))).toBe(true);
});

test('the lunar days of 2027 are those of the lunar calendar', () => {
  const lunar = (text: string) => {
    const date = day(text).withCalendar('chinese');
    return `${date.monthCode}-${date.day}`;
  };
  const days = statutoryDaysOf(2027).filter(([, name]) => ['春节', '端午节', '中秋节'].includes(name));
  expect(days.map(([date]) => lunar(date)).slice(1)).toEqual(['M01-1', 'M01-2', 'M01-3', 'M05-5', 'M08-15']);
  expect(lunar(day(days[0]![0]).add({ days: 1 }).toString())).toBe('M01-1');
});

const notice = (change: Partial<HolidayNotice>): HolidayNotice => ({
  kind: 'emergency',
  year: 2026,
  title: '示例区人民政府关于临时放假的通知',
  number: null,
  issuedOn: '2026-11-20',
  holidays: [],
  makeUpDays: [],
  ordinaryDays: [],
  ...change,
});

test('a later notice prevails day by day, and the calendar before it stays as it was', () => {
  const changed = calendarWith([
    notice({ holidays: [{ name: '抗洪抢险', from: '2026-11-30', to: '2026-12-01' }] }),
    notice({ ordinaryDays: ['2026-12-01'], makeUpDays: [{ name: '抗洪抢险', on: '2026-12-05' }] }),
  ]);
  const days = ['2026-11-30', '2026-12-01', '2026-12-05'].map(day);
  expect(days.map(date => isWorkingDay(changed, date))).toEqual([false, true, true]);
  expect(days.map(date => isWorkingDay(NATIONAL_CALENDAR, date))).toEqual([true, true, false]);
  expect([changed.version, NATIONAL_CALENDAR.version]).toEqual(['2026.2', '2026.0']);
});

test('two calendars differ on the days that a change is about, and on no other', () => {
  const changed = calendarWith([
    notice({ holidays: [{ name: '抗洪抢险', from: '2026-11-28', to: '2026-11-30' }], ordinaryDays: ['2026-10-10'] }),
  ]);
  const changes = dayChanges(NATIONAL_CALENDAR, changed, [2026, 2027]).map(({ date, before, after }) => [
    date.toString(),
    before.reason,
    after.reason,
  ]);
  expect(changes).toEqual([
    ['2026-10-10', '调休上班', '周末'],
    ['2026-11-28', '周末', '抗洪抢险'],
    ['2026-11-29', '周末', '抗洪抢险'],
    ['2026-11-30', '工作日', '抗洪抢险'],
  ]);
  expect(dayChanges(changed, changed, [2026])).toEqual([]);
});

test("next year's notice moves the coverage, a notice for the year after it does not", () => {
  const yearly = (year: number) =>
    notice({ kind: 'yearly', year, holidays: [{ name: '元旦', from: `${year}-01-01`, to: `${year}-01-03` }] });
  expect(calendarWith([yearly(2027)]).coverageUntil.toString()).toBe('2027-12-24');
  expect(calendarWith([yearly(2028)]).coverageUntil.toString()).toBe('2026-12-24');
  expect(dayFactsOf(calendarWith([yearly(2027)]), day('2027-02-05')).working).toBe(true); // only what its notice says
});

test('a day that nobody can know is refused', () => {
  expect(() => isWorkingDay(NATIONAL_CALENDAR, day('2018-12-31'))).toThrow(OutsideCalendar);
  expect(() => nthWorkingDay(NATIONAL_CALENDAR, day('2036-12-20'), 20)).toThrow(OutsideCalendar);
});

test('natural days and months end on a working day; months keep the number of the day or the last of the month', () => {
  const end = (period: keyof typeof PERIODS, anchor: string) => {
    const { lastDay, rawLastDay } = periodEnd(NATIONAL_CALENDAR, PERIODS[period], day(anchor));
    return [rawLastDay.toString(), lastDay.toString()];
  };
  expect(end('reconsideration', '2025-08-04')).toEqual(['2025-10-03', '2025-10-09']);
  expect(end('litigation', '2025-08-04')).toEqual(['2026-02-04', '2026-02-04']);
  expect(end('litigation', '2025-08-31')).toEqual(['2026-02-28', '2026-02-28']); // a Saturday that is worked
  expect(end('litigation', '2023-08-31')).toEqual(['2024-02-29', '2024-02-29']);
  expect(end('clarification-notice', '2025-09-28')).toEqual(['2025-10-14', '2025-10-14']);
});

const anyDay = fc.integer({ min: dayNumberOf(day('2019-01-01')), max: dayNumberOf(day('2030-12-31')) });
const anyRuns = fc.array(
  fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })).map(([after, length]) => ({ after, through: after + length })),
  { maxLength: 5 },
);

test('day numbers are the days of the Gregorian calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 800_000 }), number => {
      const date = day('1970-01-01').add({ days: number });
      expect(civilOf(number)).toEqual([date.year, date.month, date.day]);
      expect(dayNumberOf(date)).toBe(number);
      expect(weekdayOf(number)).toBe(date.dayOfWeek);
      expect(dateOfDay(number).equals(date)).toBe(true);
    }),
  );
});

test('the nth working day is found by walking, whatever days are taken out and however they overlap', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyRuns, (anchor, n, runs) => {
      let [current, left] = [anchor, n];
      while (left > 0) {
        current += 1;
        const out = runs.some(({ after, through }) => current > after && current <= through);
        if (!out && isWorkingDay(NATIONAL_CALENDAR, dateOfDay(current))) left -= 1;
      }
      expect(nthWorkingDayNumber(NATIONAL_CALENDAR, anchor, n, unionOf(runs))).toBe(current);
    }),
  );
});

test('between a day and the nth working day after it lie n working days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (anchor, n) => {
      expect(workingDaysBetween(NATIONAL_CALENDAR, anchor, nthWorkingDayNumber(NATIONAL_CALENDAR, anchor, n))).toBe(n);
    }),
  );
});
