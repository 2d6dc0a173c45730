import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import { factsOfDay } from '../../calendar/working-calendar.ts';
import { excludedBy } from './clock-course.ts';
import type { ClockCourse, Idle } from './clock-course.ts';
import type { ReplyClock } from './reply-clock.ts';

/** What a day is to a clock. */
export const DAY_STATES = ['counted', 'rest', 'excluded', 'waiting', 'void'] as const;
export type DayState = (typeof DAY_STATES)[number];

/** One day of a period: whether it counts, why in one word, and which day of the period it is. */
export type ExplainedDay = {
  readonly date: Temporal.PlainDate;
  readonly weekday: string;
  readonly counted: boolean;
  /** 工作日, 调休上班, 周末, 国庆节, 征求意见, 等待补正, 等待缴费 … */
  readonly why: string;
  readonly state: DayState;
  /** 1 for the first day counted; null where the day does not count. */
  readonly number: number | null;
  readonly provisional: boolean;
};

const IDLE_WHY: Readonly<Record<Idle['why'], string>> = {
  void: '期限重新计算',
  'awaiting-clarification': '等待补正',
  'awaiting-payment': '等待缴费',
  'settled-before': '此前已答复',
};

const contains = ({ after, through }: { after: DayNumber; through: DayNumber | null }, day: DayNumber): boolean =>
  day > after && (through === null || day <= through);

function pauseAt(course: ClockCourse, day: DayNumber): string | null {
  const consultations = course.consultations.filter(consultation => contains(excludedBy(course, consultation), day));
  if (consultations.length > 0) return '征求意见';
  const pause = course.pauses.find(run => contains(run, day));
  if (pause === undefined) return null;
  return pause.why === 'awaiting-payment' ? '等待缴费' : '等待说明理由';
}

/**
 * Each day after the receipt (or the order of a new reply) up to the due day, in order. While a clock runs, the days counted are
 * the 20 working days of the period and those of the extension. Empty before receipt.
 */
export function explanationOf(clock: ReplyClock): readonly ExplainedDay[] {
  const { course, replyDueOn } = clock;
  const { calendar, receipt, anchor } = course;
  if (receipt.kind !== 'received' || replyDueOn === null || anchor === null) return [];
  const first =
    course.startedBy === 'order' || course.idle.some(({ why }) => why === 'settled-before') ? anchor : receipt.on;
  const days: ExplainedDay[] = [];
  let number = 0;
  const last = dayNumberOf(replyDueOn);
  for (let day = first + 1; day <= last; day += 1) {
    const facts = factsOfDay(calendar, day);
    const idle = course.idle.find(run => contains(run, day));
    const pause = idle === undefined && facts.working ? pauseAt(course, day) : null;
    let [state, why]: [DayState, string] = ['counted', facts.reason];
    if (!facts.working) state = 'rest';
    else if (idle !== undefined) [state, why] = [idle.why === 'void' ? 'void' : 'waiting', IDLE_WHY[idle.why]];
    else if (pause !== null) [state, why] = ['excluded', pause];
    const counted = state === 'counted';
    if (counted) number += 1;
    days.push({
      date: dateOfDay(day),
      weekday: facts.weekday,
      counted,
      why,
      state,
      number: counted ? number : null,
      provisional: facts.provisional,
    });
  }
  return days;
}
