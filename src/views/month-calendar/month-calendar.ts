import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/**
 * What a day is to a period: `received` begins it and is not counted itself, `counted` and `not-counted` are days within it, `due` is its
 * last counted day, `outside` belongs to the month and not to the period.
 */
export type DayState = 'received' | 'counted' | 'not-counted' | 'due' | 'outside';

export type CalendarDay = {
  readonly date: Temporal.PlainDate;
  readonly state: DayState;
  /** Of a counted day: the how manieth of the period. */
  readonly ordinal?: number;
  /** Why it counts or does not: 周末, 国庆节, 调休上班, 征求意见. */
  readonly reason?: string;
};

/** A month as weeks of seven days from Monday; null where the week reaches into another month. */
export type CalendarMonth = {
  readonly year: number;
  readonly month: number;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
};

/** The whole months that the days touch. Days that were not given are `outside`; the order given does not matter. */
export function monthsOf(days: readonly CalendarDay[]): readonly CalendarMonth[] {
  const given = new Map(days.map(day => [day.date.toString(), day]));
  const dates = days.map(({ date }) => date).sort((a, b) => Temporal.PlainDate.compare(a, b));
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: CalendarMonth[] = [];
  for (
    let month = first.with({ day: 1 });
    Temporal.PlainDate.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  ) {
    const slots: (CalendarDay | null)[] = Array.from({ length: month.dayOfWeek - 1 }, () => null);
    for (let day = 1; day <= month.daysInMonth; day += 1) {
      const date = month.with({ day });
      slots.push(given.get(date.toString()) ?? { date, state: 'outside' });
    }
    while (slots.length % 7 !== 0) slots.push(null);
    months.push({
      year: month.year,
      month: month.month,
      weeks: Array.from({ length: slots.length / 7 }, (_, week) => slots.slice(week * 7, week * 7 + 7)),
    });
  }
  return months;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

function wordsOf({ state, ordinal, reason }: CalendarDay): string {
  const counted = ordinal === undefined ? '计入' : `第 ${ordinal} 日`;
  switch (state) {
    case 'received':
      return reason ?? '收到';
    case 'counted':
      return reason === undefined ? counted : `${counted}（${reason}）`;
    case 'not-counted':
      return reason ?? '不计入';
    case 'due':
      return ordinal === undefined ? '到期' : `第 ${ordinal} 日 到期`;
    case 'outside':
      return '';
  }
}

function dayCell(day: CalendarDay | null): Html {
  if (day === null) return html`<td class="blank"></td>`;
  const words = wordsOf(day);
  return html`<td class="${day.state}"><time datetime="${day.date.toString()}">${day.date.day}</time>${words !== '' && html`<span class="day-words">${words}</span>`}</td>`;
}

/** Weeks before the period and after it say nothing and are left out. */
const isTouched = (week: CalendarMonth['weeks'][number]) => week.some(day => day !== null && day.state !== 'outside');

function monthTable({ year, month, weeks }: CalendarMonth): Html {
  return html`<table class="month">
<caption>${year} 年 ${month} 月</caption>
<thead><tr>${WEEKDAYS.map(day => html`<th scope="col"><span class="unseen">星期</span>${day}</th>`)}</tr></thead>
<tbody>
${weeks.filter(isTouched).map(
  week => html`<tr>${week.map(dayCell)}</tr>
`,
)}</tbody>
</table>
`;
}

const LEGEND = [
  { state: 'received', text: '收到之日，不计入' },
  { state: 'counted', text: '计入的工作日' },
  { state: 'not-counted', text: '不计入，写明原因' },
  { state: 'due', text: '到期之日' },
] as const;

/** How a period was counted, day by day. Every day says in words whether it counts and why; the legend explains the looks. */
export function monthCalendar(label: string, days: readonly CalendarDay[]): Html {
  return html`<section class="calendar" aria-label="${label}">
<ul class="legend" aria-label="图例">${LEGEND.map(
    ({ state, text }) => html`<li><span class="swatch ${state}" aria-hidden="true"></span>${text}</li>`,
  )}</ul>
<div class="months">
${monthsOf(days).map(monthTable)}</div>
</section>
`;
}
