import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { publishBy } from './publish-by.ts';

const by = (formedOn: string, otherPeriod: Parameters<typeof publishBy>[0]['otherPeriod'] = null) =>
  publishBy({ formedOn: Temporal.PlainDate.from(formedOn), otherPeriod }, NATIONAL_CALENDAR)?.toString();

test('information is published by the 20th working day after it was made, over a holiday with make-up days (Art. 26)', () => {
  expect(by('2023-09-20')).toBe('2023-10-24');
  expect(by('2026-03-02')).toBe('2026-03-30');
});

test('another period set by law takes the place of the twenty working days', () => {
  expect(by('2026-03-02', { length: 7, unit: 'working-day', basis: '双公示规定' })).toBe('2026-03-11');
  expect(by('2026-03-02', { length: 20, unit: 'natural-day', basis: '预算法第十四条' })).toBe('2026-03-22');
});

test('where the calendar does not reach no day is made up', () => {
  expect(by('2015-04-20')).toBeUndefined();
});
