import { dateInChinese, dayNumberOf, weekdayName } from '../../calendar/day-number.ts';
import { citationText } from '../../law/citation.ts';
import { explanationOf } from '../../applications/rules/clock-explanation.ts';
import { clockFileOf } from '../../applications/rules/clock-file.ts';
import { CONTESTED_POINTS } from '../../applications/rules/contested-points.ts';
import type { ContestedPoint } from '../../applications/rules/contested-points.ts';
import {
  CLOCK_DATE_LABEL,
  earlierReadings,
  internalTargetOf,
  provisionalDatesOf,
} from '../../applications/rules/reply-clock.ts';
import type { ClockDateName, OtherReading, ReplyClock } from '../../applications/rules/reply-clock.ts';
import { distanceText } from '../../applications/rules/urgency.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { monthCalendar } from '../../views/month-calendar/month-calendar.ts';
import type { CalendarDay } from '../../views/month-calendar/month-calendar.ts';
import type { CaseContext } from './case-context.ts';

/** 2026年12月3日（星期四） */
export const fullDate = (date: Temporal.PlainDate): string =>
  `${dateInChinese(date)}（${weekdayName(dayNumberOf(date))}）`;

const SHOWN = [
  'clarificationNoticeDueOn',
  'applicantClarificationDueOn',
  'consultationDueOn',
  'paymentDueOn',
  'replyDueOn',
  'maxExtendedDueOn',
  'reconsiderationLastDay',
  'litigationLastDay',
] as const satisfies readonly ClockDateName[];

function calendarDays(clock: ReplyClock): readonly CalendarDay[] {
  const days = explanationOf(clock);
  if (days.length === 0) return [];
  const first: CalendarDay = {
    date: days[0]!.date.subtract({ days: 1 }),
    state: 'received',
    reason: clock.course.startedBy === 'order' ? '责令重新答复' : '收到',
  };
  const explained = days.map(({ date, counted, number, why }): CalendarDay => {
    const due = clock.replyDueOn?.equals(date) === true;
    if (!counted || number === null) return { date, state: due ? 'due' : 'not-counted', reason: why };
    const reason = why === '工作日' ? {} : { reason: why };
    return { date, state: due ? 'due' : 'counted', ordinal: number, ...reason };
  });
  return [first, ...explained];
}

/** The earliest due day that another reading gives, and why it is shown. */
export function otherReadingText({ point, reading, replyDueOn }: OtherReading): string {
  const { question, readings }: ContestedPoint = CONTESTED_POINTS[point];
  return `${fullDate(replyDueOn)}：${question}，${readings[reading]!.text}`;
}

/** Due days by other readings of what the law leaves open, the earliest first. */
export const otherReadingsOf = ({ file, clock }: CaseContext): readonly OtherReading[] =>
  earlierReadings(clockFileOf(file.log), clock);

function readingsList(context: CaseContext): Html | false {
  const { file, clock } = context;
  const others = otherReadingsOf(context);
  const target = internalTargetOf(clockFileOf(file.log), clock);
  if (others.length === 0 && target === null) return false;
  return html`<h3>更早的日期</h3>
<ul>${others.map(
    other =>
      html`<li>${otherReadingText(other)}<span class="quiet">（依据：${citationText(CONTESTED_POINTS[other.point].basis)}）</span></li>`,
  )}${target !== null && html`<li>${fullDate(target)}：按最早提交或者到达的日期起算，只作内部提醒</li>`}</ul>
`;
}

function datesList({ clock, calendar, today, file }: CaseContext): Html {
  const provisional = provisionalDatesOf(clock);
  const closed = file.application.settlement !== null;
  // A day on which something might have been done is no duty that somebody is late with.
  const distance = (name: (typeof SHOWN)[number], date: Temporal.PlainDate) =>
    name !== 'replyDueOn' && Temporal.PlainDate.compare(date, today) < 0 ? '已过' : distanceText(calendar, today, date);
  return descriptionList([
    clock.receivedOn !== null && { term: CLOCK_DATE_LABEL.receivedOn, detail: fullDate(clock.receivedOn) },
    ...SHOWN.map(name => {
      const date = clock[name];
      if (
        date === null ||
        (closed && name !== 'replyDueOn' && name !== 'reconsiderationLastDay' && name !== 'litigationLastDay')
      )
        return null;
      return {
        term: CLOCK_DATE_LABEL[name],
        detail: html`${fullDate(date)}${!closed && html`<span class="quiet"> ${distance(name, date)}</span>`}${
          provisional.includes(name) && html`<span class="quiet">（暂定：该年度放假安排尚未公布）</span>`
        }`,
      };
    }),
  ]);
}

/** How the due day was found: every date, other readings, and each day in the calendar. */
export function clockExplanation(context: CaseContext): Html {
  const { clock } = context;
  const days = calendarDays(clock);
  const { receipt } = clock.course;
  return html`<details class="card" id="clock"><summary>期限是怎样算出来的</summary>
<p>${receipt.why}（${citationText(receipt.basis)}）。收到之日不计入，从次日起数工作日${
    clock.extendedBy > 0 && `，延期 ${clock.extendedBy} 个工作日`
  }${clock.excludedWorkingDays > 0 && `，征求意见扣除 ${clock.excludedWorkingDays} 个工作日`}。</p>
${datesList(context)}
${readingsList(context)}
${days.length > 0 && monthCalendar('逐日计算', days)}
</details>
`;
}
