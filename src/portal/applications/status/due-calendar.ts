import { explanationOf } from '../../../applications/rules/clock-explanation.ts';
import type { ReplyClock } from '../../../applications/rules/reply-clock.ts';
import type { Stage } from '../../../applications/rules/stage.ts';
import type { CalendarDay } from '../../../views/month-calendar/month-calendar.ts';

/** Stages in which the period stands still and begins anew afterwards: there is no day to be shown. */
const STANDS_STILL: ReadonlySet<Stage> = new Set<Stage>(['awaiting-clarification', 'awaiting-payment']);

/** How the due day was counted, day by day, for the calendar; empty before receipt and while the period stands still. */
export function dueCalendar(stage: Stage, clock: ReplyClock): readonly CalendarDay[] {
  if (STANDS_STILL.has(stage)) return [];
  const days = explanationOf(clock);
  const { replyDueOn } = clock;
  if (days.length === 0 || replyDueOn === null) return [];
  const first = days[0]!.date.subtract({ days: 1 });
  return [
    { date: first, state: 'received' },
    ...days.map(({ date, counted, why, number }): CalendarDay => {
      if (date.equals(replyDueOn)) return { date, state: 'due', ...(number === null ? {} : { ordinal: number }) };
      if (!counted) return { date, state: 'not-counted', reason: why };
      return { date, state: 'counted', ordinal: number!, ...(why === '工作日' ? {} : { reason: why }) };
    }),
  ];
}
