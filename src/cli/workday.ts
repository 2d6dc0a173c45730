import { noticeText } from '../calendar/holiday-notice.ts';
import type { HolidayNotice } from '../calendar/holiday-notice.ts';
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts';
import { STATUTORY_DAYS_BASIS } from '../calendar/statutory-days.ts';
import { dayFactsOf } from '../calendar/working-calendar.ts';
import type { DayFacts, WorkingCalendar } from '../calendar/working-calendar.ts';
import { citationText } from '../law/citation.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';
import { readDateOption, readOptions } from './options.ts';

const USAGE = 'workday 年-月-日 [--json]';

/** A date that the calendar reaches; refused with the days that it does reach. */
export function refuseOutside(calendar: WorkingCalendar, date: Temporal.PlainDate): void {
  const { countsFrom, countsUntil } = calendar;
  const outside = Temporal.PlainDate.compare(date, countsFrom) < 0 || Temporal.PlainDate.compare(date, countsUntil) > 0;
  if (outside)
    throw new Refusal(
      `${date.toString()} 不在工作日历的范围内，日历只有 ${countsFrom.toString()} 至 ${countsUntil.toString()}，请核对年份`,
    );
}

/** The notice that says so: the one that moves the day, else the yearly notice that lets it be. */
function noticeOf(date: Temporal.PlainDate, facts: DayFacts): HolidayNotice | null {
  const yearly = NATIONAL_CALENDAR.notices.find(({ kind, year }) => kind === 'yearly' && year === date.year);
  return facts.notice ?? (facts.kind === 'statutory-holiday' ? null : (yearly ?? null));
}

function sourceOf(date: Temporal.PlainDate, facts: DayFacts): string {
  const notice = noticeOf(date, facts);
  if (facts.notice !== null) return noticeText(facts.notice);
  if (notice !== null) return `${noticeText(notice)}没有另作安排，按星期判断`;
  if (facts.kind === 'statutory-holiday') return citationText(STATUTORY_DAYS_BASIS);
  return '这一年的放假通知尚未录入，按星期判断';
}

function describe(date: Temporal.PlainDate, facts: DayFacts): string {
  const what = facts.kind === 'make-up' ? `${facts.holiday ?? ''}${facts.reason}` : facts.reason;
  const provisional = facts.provisional
    ? `\n  注意：国务院办公厅对这一天的安排尚未录入（日历到 ${NATIONAL_CALENDAR.coverageUntil.toString()} 为止），结果是暂定的`
    : '';
  return `${date.toString()}（${facts.weekday}）${facts.working ? '是工作日' : '不是工作日'}：${what}\n  依据：${sourceOf(date, facts)}${provisional}`;
}

export const workday: Command = {
  name: 'workday',
  usage: USAGE,
  summary: '某一天是不是工作日，依据哪个放假通知',
  run: async (args, terminal) => {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const [text, ...more] = positionals;
    if (text === undefined || more.length > 0) throw new Refusal(`要写一个日期，用法：gongkai ${USAGE}`);
    const date = readDateOption('workday', text);
    refuseOutside(NATIONAL_CALENDAR, date);
    const facts = dayFactsOf(NATIONAL_CALENDAR, date);
    if (values.json === true) {
      const notice = noticeOf(date, facts);
      const answer = {
        date: date.toString(),
        workingDay: facts.working,
        kind: facts.kind,
        reason: facts.reason,
        weekday: facts.weekday,
        holiday: facts.holiday,
        notice: notice === null ? null : { title: notice.title, number: notice.number, issuedOn: notice.issuedOn },
        basis: sourceOf(date, facts),
        provisional: facts.provisional,
        coverageUntil: NATIONAL_CALENDAR.coverageUntil.toString(),
      };
      terminal.out(`${JSON.stringify(answer)}\n`);
    } else terminal.out(`${describe(date, facts)}\n`);
    return 0;
  },
};
