import { dayNumberOf } from '../../calendar/day-number.ts';
import { workingDaysBetween } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Projection } from './projection.ts';
import { isOpen } from './stage.ts';

type Day = Temporal.PlainDate;

/** What officers are told; `escalated` is `overdue` as the head of the office and the supervising office hear it. */
export const REMINDER_KINDS = [
  'due-in-5',
  'due-in-3',
  'due-in-1',
  'due-today',
  'overdue',
  'escalated',
  'their-day-passed',
  'silence-recorded',
  'unconfirmed',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const REMINDER_LABEL = {
  'due-in-5': '还剩 5 个工作日以内',
  'due-in-3': '还剩 3 个工作日以内',
  'due-in-1': '还剩 1 个工作日',
  'due-today': '今日到期',
  overdue: '已经逾期',
  escalated: '已经逾期，请督办',
  'their-day-passed': '申请人期限已过，请决定是否不再处理',
  'silence-recorded': '征求意见逾期未答复，已由系统登记',
  unconfirmed: '还没有与申请人确认收到，请当日联系',
} as const satisfies Record<ReminderKind, string>;

/** Working days before the due day, the nearest first, with the reminder that belongs to each. */
const BANDS = [
  { days: 1, kind: 'due-in-1' },
  { days: 3, kind: 'due-in-3' },
  { days: 5, kind: 'due-in-5' },
] as const satisfies readonly { days: number; kind: ReminderKind }[];

/**
 * The reminder that a file gives today; null where it gives none. A day on which nobody ran the reminders is made up for: a file
 * belongs to the nearest distance that it has come within. `distances` are those of BANDS that the agency wants.
 */
export function reminderOf(
  { stage, nextDueOn, waitsFor }: Pick<Projection, 'stage' | 'nextDueOn' | 'waitsFor'>,
  calendar: WorkingCalendar,
  today: Day,
  distances: readonly string[],
): ReminderKind | null {
  if (!isOpen(stage) || nextDueOn === null) return null;
  const passed = Temporal.PlainDate.compare(nextDueOn, today) < 0;
  // Art. 31: to be confirmed on the day of arrival; nothing statutory has run out yet.
  if (stage === 'awaiting-confirmation') return 'unconfirmed';
  if (waitsFor === 'applicant') return passed ? 'their-day-passed' : null;
  if (waitsFor !== null && waitsFor !== 'agency') return null;
  if (passed) return 'overdue';
  if (nextDueOn.equals(today)) return 'due-today';
  const left = workingDaysBetween(calendar, dayNumberOf(today), dayNumberOf(nextDueOn));
  return BANDS.find(({ days }) => left <= days && distances.includes(String(days)))?.kind ?? null;
}

/** The subject and text of a reminder by mail: number and day, nothing of whom or what. */
export function reminderMail(
  kind: ReminderKind,
  number: string,
  agencyName: string,
  dueOn: Day,
  address: string | null,
): { readonly subject: string; readonly text: string } {
  const subject = `申请 ${number}：${REMINDER_LABEL[kind]}`;
  const text = `${agencyName}的政府信息公开申请 ${number}：${REMINDER_LABEL[kind]}（${dueOn.toString()}）。${
    address === null ? '请登录办公系统查看。' : `请登录办公系统查看：${address}`
  }`;
  return { subject, text };
}
