import { dayNumberOf } from '../../calendar/day-number.ts';
import { workingDaysBetween } from '../../calendar/working-calendar.ts';
import type { ReplyClock } from './reply-clock.ts';

/** How urgent a file is on a day. 今日到期 is a state of its own: the last day is still in time. */
export const STANDINGS = [
  'overdue',
  'due-today',
  'due-soon',
  'in-time',
  'waiting-for-others',
  'done-in-time',
  'done-late',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABEL = {
  overdue: '已逾期',
  'due-today': '今日到期',
  'due-soon': '即将到期',
  'in-time': '期限内',
  'waiting-for-others': '等待他人',
  'done-in-time': '按期办结',
  'done-late': '逾期办结',
} as const satisfies Record<Standing, string>;

/** Working days left at which a file is called due soon, and at which people are reminded. */
export const DUE_SOON = [1, 3, 5] as const;
const SOON = DUE_SOON.at(-1)!;

/** Working days after `today` up to and including the due day; 0 on the due day, null where there is none or it has passed. */
export function workingDaysLeft(clock: ReplyClock, today: Temporal.PlainDate): number | null {
  const { replyDueOn, course } = clock;
  if (replyDueOn === null) return null;
  const [from, due] = [dayNumberOf(today), dayNumberOf(replyDueOn)];
  return due < from ? null : workingDaysBetween(course.calendar, from, due);
}

const STANDS_STILL: ReadonlySet<ReplyClock['stage']> = new Set([
  'awaiting-confirmation',
  'awaiting-clarification',
  'awaiting-payment',
] as const);

/** Lateness is the completing act against the due day, and nothing after it. */
export function standingOf(clock: ReplyClock, today: Temporal.PlainDate): Standing {
  if (clock.onTime !== null) return clock.onTime ? 'done-in-time' : 'done-late';
  if (STANDS_STILL.has(clock.stage)) return 'waiting-for-others';
  const left = workingDaysLeft(clock, today);
  if (left === null) return 'overdue';
  if (clock.replyDueOn?.equals(today) === true) return 'due-today';
  const { consulting, consultationDueOn } = clock;
  if (consulting && consultationDueOn !== null && Temporal.PlainDate.compare(today, consultationDueOn) <= 0)
    return 'waiting-for-others';
  return left <= SOON ? 'due-soon' : 'in-time';
}

/** The first day on which an application that was not corrected or not paid for is given up (视为放弃); null while none is. */
export function lapsesOn(clock: ReplyClock): Temporal.PlainDate | null {
  const { stage, applicantClarificationDueOn, paymentDueOn } = clock;
  const last =
    stage === 'awaiting-clarification'
      ? applicantClarificationDueOn
      : stage === 'awaiting-payment'
        ? paymentDueOn
        : null;
  return last === null ? null : last.add({ days: 1 });
}
