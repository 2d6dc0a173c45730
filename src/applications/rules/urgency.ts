import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import { nthWorkingDayNumber, workingDaysBetween } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Projection } from './projection.ts';
import { isOpen } from './stage.ts';

type Day = Temporal.PlainDate;

/**
 * How pressing an open file is, the most pressing first. What waits for somebody else presses nobody here, until that
 * somebody's day has passed: then the agency has to act (`their-day-passed`).
 */
export const URGENCIES = [
  'overdue',
  'due-today',
  'within-1',
  'within-3',
  'within-5',
  'their-day-passed',
  'later',
  'waiting',
] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_LABEL = {
  overdue: '已逾期',
  'due-today': '今日到期',
  'within-1': '1 个工作日内',
  'within-3': '2—3 个工作日内',
  'within-5': '4—5 个工作日内',
  'their-day-passed': '对方期限已过',
  later: '期限较远',
  waiting: '等待对方',
} as const satisfies Record<Urgency, string>;

/** Today and the last days of the next one, three and five working days. */
export type UrgencyDays = { readonly today: Day; readonly within1: Day; readonly within3: Day; readonly within5: Day };

/** The days by which the urgency of every file is told today. */
export function urgencyDaysOf(calendar: WorkingCalendar, today: Day): UrgencyDays {
  const day = dayNumberOf(today);
  const after = (n: number) => dateOfDay(nthWorkingDayNumber(calendar, day, n));
  return { today, within1: after(1), within3: after(3), within5: after(5) };
}

const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0;

/** How pressing a file is; null where it is closed. The register says the same in SQL, and a test compares the two. */
export function urgencyOf(
  { stage, nextDueOn, waitsFor }: Pick<Projection, 'stage' | 'nextDueOn' | 'waitsFor'>,
  { today, within1, within3, within5 }: UrgencyDays,
): Urgency | null {
  if (!isOpen(stage)) return null;
  const passed = nextDueOn !== null && isBefore(nextDueOn, today);
  if (waitsFor !== null && waitsFor !== 'agency') return passed ? 'their-day-passed' : 'waiting';
  if (nextDueOn === null) return 'later';
  if (passed) return 'overdue';
  if (nextDueOn.equals(today)) return 'due-today';
  if (!isBefore(within1, nextDueOn)) return 'within-1';
  if (!isBefore(within3, nextDueOn)) return 'within-3';
  return isBefore(within5, nextDueOn) ? 'later' : 'within-5';
}

/** 还剩 3 个工作日, 今日到期, 已逾期 2 个工作日: how a day to come or gone by is said; far away, without the number. */
export function distanceText(calendar: WorkingCalendar, today: Day, dueOn: Day): string {
  if (dueOn.equals(today)) return '今日到期';
  const [now, due] = [dayNumberOf(today), dayNumberOf(dueOn)];
  if (isBefore(dueOn, calendar.countsFrom)) return '已逾期多年';
  if (isBefore(calendar.countsUntil, dueOn)) return '期限较远';
  if (due < now) return `已逾期 ${workingDaysBetween(calendar, due, now)} 个工作日`;
  return `还剩 ${workingDaysBetween(calendar, now, due)} 个工作日`;
}
