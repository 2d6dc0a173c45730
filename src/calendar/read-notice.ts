import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { dateOfDay, dayNumberFrom, weekdayOf } from './day-number.ts';
import type { DayNumber } from './day-number.ts';
import type { Holiday, HolidayNotice, MakeUpDay, NoticeKind } from './holiday-notice.ts';

/** A notice as a person enters it: its facts where the text does not give them, and the text as it was published. */
export type NoticeInput = {
  readonly kind: NoticeKind;
  /** Needed where the text has no 国务院办公厅关于…年…. */
  readonly year: number | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly text: string;
};

const MOST_CHARACTERS = 20_000;
const MOST_DAYS_OFF = 20;
const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;
const WEEKDAY = '一二三四五六日';

const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?\s*([^:。,]{1,30}):(.+)$/;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]{0,20})\))?/;
const SPAN = new RegExp(`${DATE.source}(?:(?:至|到|—+|-|~)${DATE.source})?`, 'g');

type Span = { readonly from: DayNumber; readonly to: DayNumber };
type Parts = readonly (string | undefined)[];

const text = (day: DayNumber): string => dateOfDay(day).toString();

/** One day of a notice, from what is written and the year and month before it; a sentence where there is no such day. */
function readDay(
  [year, month, day, remark]: Parts,
  earlier: readonly [number, number],
  place: 'new-year' | 'first' | 'last',
): Result<DayNumber, string> {
  const monthNumber = month === undefined ? earlier[1] : Number(month);
  // Where no year is written, December in the item on New Year's Day is that of the year before, and a run of days goes on into
  // the next year.
  let yearNumber = year === undefined ? earlier[0] : Number(year);
  if (year === undefined && place === 'new-year' && monthNumber === 12) yearNumber -= 1;
  if (year === undefined && place === 'last' && monthNumber < earlier[1]) yearNumber += 1;
  const length =
    monthNumber >= 1 && monthNumber <= 12 ? new Temporal.PlainYearMonth(yearNumber, monthNumber).daysInMonth : 0;
  if (Number(day) < 1 || Number(day) > length) return refuse(`${yearNumber}年${monthNumber}月${day}日这一天不存在`);
  const number = dayNumberFrom(yearNumber, monthNumber, Number(day));
  const written = /(?:周|星期)([一二三四五六日天])/.exec(remark ?? '')?.[1]?.replace('天', '日');
  const actual = WEEKDAY[weekdayOf(number) - 1]!;
  if (written !== undefined && written !== actual)
    return refuse(`${text(number)} 写的是星期${written}，实际是星期${actual}`);
  return ok(number);
}

function readSpans(clause: string, year: number, name: string): Result<readonly Span[], string> {
  const spans: Span[] = [];
  let earlier: readonly [number, number] = [year, 0];
  const place = name.includes('元旦') ? 'new-year' : 'first';
  for (const match of clause.matchAll(SPAN)) {
    const from = readDay(match.slice(1, 5), earlier, place);
    if (!from.ok) return from;
    const start = dateOfDay(from.value);
    const end = match[7] === undefined ? from : readDay(match.slice(5, 9), [start.year, start.month], 'last');
    if (!end.ok) return end;
    if (end.value < from.value) return refuse(`${text(from.value)} 至 ${text(end.value)} 的先后颠倒`);
    if (end.value - from.value >= MOST_DAYS_OFF)
      return refuse(`${text(from.value)} 至 ${text(end.value)} 超过${MOST_DAYS_OFF}天`);
    spans.push({ from: from.value, to: end.value });
    earlier = [year, start.month];
  }
  return ok(spans);
}

type Draft = { readonly holidays: Holiday[]; readonly makeUpDays: MakeUpDay[]; readonly ordinaryDays: string[] };

function daysIn(spans: readonly Span[]): readonly DayNumber[] {
  return spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function readClause(draft: Draft, name: string, clause: string, year: number): string | null {
  const spans = readSpans(clause, year, name);
  if (!spans.ok) return spans.problem;
  if (spans.value.length === 0) return null;
  if (clause.includes('恢复')) draft.ordinaryDays.push(...daysIn(spans.value).map(text));
  else if (clause.includes('上班')) {
    const days = daysIn(spans.value);
    const weekday = days.find(day => weekdayOf(day) < 6);
    if (weekday !== undefined) return `${text(weekday)} 不是周末，不能是调休上班的日子`;
    draft.makeUpDays.push(...days.map(day => ({ name, on: text(day) })));
  } else if (/放假|补休|公休|休息/.test(clause)) {
    const written = /共(\d{1,2})天/.exec(clause)?.[1];
    const count = daysIn(spans.value).length;
    if (written !== undefined && !clause.includes('连休') && Number(written) !== count)
      return `${name}写的是共${written}天，日期却有${count}天`;
    draft.holidays.push(...spans.value.map(({ from, to }) => ({ name, from: text(from), to: text(to) })));
  }
  return null;
}

/** A day cannot be off and worked in one notice, nor be named twice. */
function clashIn({ holidays, makeUpDays, ordinaryDays }: Draft): string | null {
  const seen = new Set<string>();
  const off = holidays.flatMap(({ from, to }) => {
    const first = Temporal.PlainDate.from(from);
    const days = first.until(to).days + 1;
    return Array.from({ length: days }, (_, index) => first.add({ days: index }).toString());
  });
  for (const date of [...off, ...makeUpDays.map(({ on }) => on), ...ordinaryDays]) {
    if (seen.has(date)) return `${date} 在通知里出现了两次`;
    seen.add(date);
  }
  return null;
}

const yearOf = ({ year, text: body, title }: NoticeInput): number | null =>
  year ?? (Number(/(\d{4})年[^。\n]{0,20}(?:节假日|假期|放假)/.exec(`${title}\n${body}`)?.[1]) || null);

function dateFacts(input: NoticeInput, lines: readonly string[]): Pick<HolidayNotice, 'title' | 'number' | 'issuedOn'> {
  const title = lines.find(line => line.length <= 60 && /^国务院办公厅关于.*的通知$/.test(line));
  const closing = lines.findLast(line => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(line));
  const [, year, month, day] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(closing ?? '') ?? [];
  const closed = year === undefined ? null : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return {
    title: input.title.trim() || (title ?? ''),
    number: input.number?.trim() || (/[\u4e00-\u9fff]{2,10}〔\d{4}〕\d{1,4}号/.exec(input.text)?.[0] ?? null),
    issuedOn: input.issuedOn ?? closed,
  };
}

function isDay(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date;
  } catch {
    return false;
  }
}

/**
 * Reads a notice as the State Council's office writes it, one item a line: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日
 * （周日）上班。 恢复 gives a day back to its weekday. Weekdays and totals that are written must be right; a yearly notice names all
 * seven holidays. Refuses anything else with one sentence.
 */
export function readNotice(input: NoticeInput): Result<HolidayNotice, string> {
  if (input.text.length > MOST_CHARACTERS) return refuse(`通知超过${MOST_CHARACTERS}字，请只粘贴放假安排部分`);
  const lines = input.text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map(line => line.replaceAll(/\s+/g, ''))
    .filter(line => line !== '');
  const year = yearOf(input);
  if (year === null || year < 2019 || year > 2100) return refuse('看不出是哪一年的安排，请填写年份');
  const facts = dateFacts(input, lines);
  if (facts.title === '') return refuse('没有通知的标题，请填写标题');
  if (facts.issuedOn !== null && !isDay(facts.issuedOn))
    return refuse('通知的日期不对，请写成 2026-11-04 这样的年-月-日');
  const draft: Draft = { holidays: [], makeUpDays: [], ordinaryDays: [] };
  for (const line of lines) {
    const [, name, body] = ITEM.exec(line) ?? [];
    if (name === undefined || body === undefined) continue;
    for (const clause of body.split(/[。;]/)) {
      const problem = readClause(draft, name, clause, year);
      if (problem !== null) return refuse(`“${line.slice(0, 40)}”：${problem}，请对照通知原文核对`);
    }
  }
  const missing = HOLIDAYS.filter(name => !draft.holidays.some(holiday => holiday.name.includes(name)));
  if (input.kind === 'yearly' && missing.length > 0)
    return refuse(
      `没有读到${missing.join('、')}的安排；请每个节日一行，如“一、元旦：1月1日（周四）至3日（周六）放假，共3天。”`,
    );
  if (draft.holidays.length + draft.makeUpDays.length + draft.ordinaryDays.length === 0)
    return refuse('没有读到任何日期；请写成“事由：5月27日放假。5月30日（周六）上班。”这样的一行');
  const clash = clashIn(draft);
  if (clash !== null) return refuse(`${clash}，请核对`);
  return ok({ kind: input.kind, year, ...facts, ...draft });
}
