import { expect, test } from 'vitest';
import { monthCalendar, monthsOf } from './month-calendar.ts';
import type { CalendarDay } from './month-calendar.ts';

const on = (text: string) => Temporal.PlainDate.from(text);
const DAYS: readonly CalendarDay[] = [
  { date: on('2026-09-29'), state: 'received' },
  { date: on('2026-09-30'), state: 'counted', ordinal: 1 },
  { date: on('2026-10-01'), state: 'not-counted', reason: '国庆节' },
  { date: on('2026-10-10'), state: 'counted', ordinal: 2, reason: '调休上班' },
  { date: on('2026-10-12'), state: 'due', ordinal: 3 },
];

test('months are whole, weeks begin on Monday and have seven days', () => {
  const months = monthsOf(DAYS.toReversed());
  expect(months.map(({ year, month }) => [year, month])).toEqual([
    [2026, 9],
    [2026, 10],
  ]);
  const [september] = months;
  expect(september?.weeks.every(week => week.length === 7)).toBe(true);
  expect(september?.weeks[0]?.map(day => day?.date.day ?? null)).toEqual([null, 1, 2, 3, 4, 5, 6]);
  expect(september?.weeks.flat().filter(Boolean)).toHaveLength(30);
});

test('every day says in words whether it counts and why', () => {
  const { markup } = monthCalendar('答复期限', DAYS);
  for (const words of ['收到', '第 1 日', '国庆节', '第 2 日（调休上班）', '第 3 日 到期'])
    expect(markup).toContain(`>${words}<`);
  expect(markup).toContain('<caption>2026 年 10 月</caption>');
});

test('weeks that the period does not touch are left out', () => {
  const { markup } = monthCalendar('答复期限', DAYS);
  expect(markup).not.toContain('datetime="2026-09-21"');
  expect(markup).toContain('datetime="2026-09-28"');
  expect(markup).not.toContain('datetime="2026-10-19"');
});

test('no days, no months', () => {
  expect(monthsOf([])).toEqual([]);
});
