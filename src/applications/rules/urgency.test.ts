import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { reminderOf } from './reminders.ts';
import { distanceText, urgencyDaysOf, urgencyOf } from './urgency.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
// The last working day before 国庆节 2026: the next ones are 8 October and the make-up Saturday 10 October.
const EVE = day('2026-09-30');

test('distances are told in working days: a holiday of a week is no time at all', () => {
  const told = (dueOn: string, today = EVE) => distanceText(NATIONAL_CALENDAR, today, day(dueOn));
  expect(told('2026-09-30')).toBe('今日到期');
  expect(told('2026-10-08')).toBe('还剩 1 个工作日');
  expect(told('2026-10-10')).toBe('还剩 3 个工作日');
  expect(told('2026-09-29')).toBe('已逾期 1 个工作日');
  // On the eve of the holiday it fell due, on the first day after it somebody looks.
  expect(told('2026-09-30', day('2026-10-08'))).toBe('已逾期 1 个工作日');
  expect(told('2010-01-04')).toBe('已逾期多年');
  expect(told('2060-01-04')).toBe('期限较远');
});

test('what waits for somebody else presses nobody here until their day has passed', () => {
  const days = urgencyDaysOf(NATIONAL_CALENDAR, EVE);
  const of = (nextDueOn: string | null, waitsFor: 'agency' | 'applicant' | 'third-party' | null) =>
    urgencyOf({ stage: 'in-hand', nextDueOn: nextDueOn === null ? null : day(nextDueOn), waitsFor }, days);
  expect(of('2026-09-30', 'agency')).toBe('due-today');
  expect(of('2026-10-08', 'agency')).toBe('within-1');
  expect(of('2026-10-10', 'agency')).toBe('within-3');
  expect(of('2026-10-13', 'agency')).toBe('within-5');
  expect(of('2026-10-14', 'agency')).toBe('later');
  expect(of(null, null)).toBe('later');
  expect(of('2026-09-29', 'agency')).toBe('overdue');
  expect(of('2026-09-30', 'applicant')).toBe('waiting');
  expect(of('2026-09-29', 'applicant')).toBe('their-day-passed');
  expect(urgencyOf({ stage: 'settled', nextDueOn: day('2026-09-01'), waitsFor: null }, days)).toBeNull();
});

test('reminders follow working days, and only the wanted distances', () => {
  const of = (
    nextDueOn: string,
    distances = ['5', '3', '1'],
    waitsFor: 'agency' | 'applicant' | 'third-party' = 'agency',
  ) => reminderOf({ stage: 'in-hand', nextDueOn: day(nextDueOn), waitsFor }, NATIONAL_CALENDAR, EVE, distances);
  expect(of('2026-10-08')).toBe('due-in-1');
  expect(of('2026-10-09')).toBe('due-in-3');
  expect(of('2026-10-12')).toBe('due-in-5');
  expect(of('2026-10-14')).toBeNull();
  expect(of('2026-10-08', ['5'])).toBe('due-in-5');
  expect(of('2026-10-08', [])).toBeNull();
  expect(of('2026-09-30', [])).toBe('due-today');
  expect(of('2026-09-29', [])).toBe('overdue');
  expect(of('2026-09-29', [], 'applicant')).toBe('their-day-passed');
  expect(of('2026-09-29', [], 'third-party')).toBeNull();
  const unconfirmed = { stage: 'awaiting-confirmation', nextDueOn: day('2026-09-29'), waitsFor: 'agency' } as const;
  expect(reminderOf(unconfirmed, NATIONAL_CALENDAR, EVE, [])).toBe('unconfirmed');
});
