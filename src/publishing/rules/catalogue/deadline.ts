import { nthWorkingDay } from '../../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts';

/** How often something is published that has no single event. */
export const CYCLES = ['month', 'quarter', 'half-year', 'year'] as const;
export type Cycle = (typeof CYCLES)[number];
export const CYCLE_LABEL = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
} as const satisfies Record<Cycle, string>;

/** 公开时限 of a catalogue entry as it can be counted; the catalogue's own words stay beside it. */
export type Deadline =
  /** So long after something was made or changed. `ours` where the catalogue names no number (实时、及时) and practice has to. */
  | {
      readonly kind: 'event';
      readonly length: number;
      readonly unit: 'working-day' | 'natural-day';
      readonly ours: boolean;
    }
  /** Once in every period; `within` where the catalogue says how long after the period's end. */
  | {
      readonly kind: 'periodic';
      readonly every: Cycle;
      readonly within: { readonly length: number; readonly unit: 'working-day' | 'natural-day' } | null;
    }
  /** Every year by a day. */
  | { readonly kind: 'yearly-by'; readonly month: number; readonly day: number }
  /** 长期公开: stands, and is looked at once a year. */
  | { readonly kind: 'standing' }
  /** 公示: shown for so long, then taken down. */
  | { readonly kind: 'display'; readonly length: number; readonly unit: 'working-day' | 'natural-day' }
  /** Words that say no period: a person decides. */
  | { readonly kind: 'unclear' };

/** 实时公开 and 及时公开 name no number: these are ours and can be told from the law's. */
const AT_ONCE = { length: 1, unit: 'working-day' } as const;
const SOON = { length: 7, unit: 'working-day' } as const;

const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十五: 15,
  二十: 20,
  三十: 30,
};
const NUMBER = '(\\d{1,3}|[一二三四五六七八九十两]{1,2})';
const WORKING = new RegExp(`${NUMBER}个?工作日`, 'u');
const NATURAL = new RegExp(`${NUMBER}个?(?:自然)?(?:日|天)(?:之?内|以内)`, 'u');
const DISPLAY = new RegExp(`公示(?:期|时间)?[^，。；]{0,12}?${NUMBER}个?(工作日|日|天)`, 'u');
const AFTER_PERIOD = new RegExp(
  `(月|季度?|半年|年度?)(?:度)?(?:终了|结束|末|期满)[^，。；]{0,6}?${NUMBER}个?(工作日|日|天)`,
  'u',
);
const BY_DAY = /(?:每年|次年|年度|当年)[^，。；]{0,6}?(\d{1,2})月(\d{1,2})日/u;
const CYCLE_WORDS: readonly (readonly [RegExp, Cycle])[] = [
  [/每(?:个)?月|按月|月度/u, 'month'],
  [/每(?:个)?季度?|按季/u, 'quarter'],
  [/每半年|半年/u, 'half-year'],
  [/每(?:一)?年|年度|按年/u, 'year'],
];

const CYCLE_OF: Readonly<Record<string, Cycle>> = { 月: 'month', 季: 'quarter', 半: 'half-year', 年: 'year' };

const valueOf = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : (NUMERALS[text] ?? null));

function period(match: RegExpExecArray | null): number | null {
  const value = match === null ? null : valueOf(match[1]!);
  return value === null || value < 1 ? null : value;
}

/** Reads 公开时限 as catalogues word it; what says no period is `unclear`, never guessed. 同上 must have been replaced before. */
export function readDeadline(text: string): Deadline {
  // Full-width figures are figures.
  const words = text.normalize('NFKC').replaceAll(/\s+/gu, '');
  const display = DISPLAY.exec(words);
  const shown = period(display);
  if (shown !== null)
    return { kind: 'display', length: shown, unit: display![2] === '工作日' ? 'working-day' : 'natural-day' };
  const after = AFTER_PERIOD.exec(words);
  const length = after === null ? null : valueOf(after[2]!);
  if (after !== null && length !== null && length >= 1) {
    const unit = after[3] === '工作日' ? 'working-day' : 'natural-day';
    return { kind: 'periodic', every: CYCLE_OF[after[1]![0]!]!, within: { length, unit } };
  }
  const byDay = BY_DAY.exec(words);
  const [month, day] = [Number(byDay?.[1]), Number(byDay?.[2])];
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return { kind: 'yearly-by', month, day };
  const working = period(WORKING.exec(words));
  if (working !== null) return { kind: 'event', length: working, unit: 'working-day', ours: false };
  const natural = period(NATURAL.exec(words));
  if (natural !== null) return { kind: 'event', length: natural, unit: 'natural-day', ours: false };
  const cycle = CYCLE_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (cycle !== undefined) return { kind: 'periodic', every: cycle, within: null };
  if (/长期/u.test(words)) return { kind: 'standing' };
  if (/实时|即时|立即/u.test(words)) return { kind: 'event', ...AT_ONCE, ours: true };
  if (/及时|适时/u.test(words)) return { kind: 'event', ...SOON, ours: true };
  return { kind: 'unclear' };
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<Cycle, number>;

/** The last day of the period of a cycle that a day lies in. */
export function endOfCycle(day: Temporal.PlainDate, every: Cycle): Temporal.PlainDate {
  const length = MONTHS[every];
  const month = Math.ceil(day.month / length) * length;
  const first = Temporal.PlainDate.from({ year: day.year, month, day: 1 });
  return first.add({ months: 1 }).subtract({ days: 1 });
}

/** The first day of a period of a cycle, by its last one. */
export function startOfCycle(end: Temporal.PlainDate, every: Cycle): Temporal.PlainDate {
  return end.with({ day: 1 }).subtract({ months: MONTHS[every] - 1 });
}

/** The last day of so many days after a day, which is not counted. */
export function dayAfter(
  day: Temporal.PlainDate,
  { length, unit }: { readonly length: number; readonly unit: 'working-day' | 'natural-day' },
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  return unit === 'working-day' ? nthWorkingDay(calendar, day, length) : day.add({ days: length });
}

/** The next day of a year, on a day or after it; a 29 February is the 28th in other years. */
export function nextYearly(day: Temporal.PlainDate, by: { readonly month: number; readonly day: number }) {
  const here = Temporal.PlainDate.from({ year: day.year, ...by });
  return Temporal.PlainDate.compare(here, day) >= 0 ? here : Temporal.PlainDate.from({ year: day.year + 1, ...by });
}

/**
 * By when something must be public that happened on a day; the day itself is not counted. For a display it is the last day on
 * which it must still be seen. Null where the words name no period.
 */
export function deadlineDay(
  deadline: Deadline,
  event: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  switch (deadline.kind) {
    case 'event':
    case 'display':
      return dayAfter(event, deadline, calendar);
    case 'periodic': {
      const end = endOfCycle(event, deadline.every);
      return deadline.within === null ? end : dayAfter(end, deadline.within, calendar);
    }
    case 'yearly-by':
      return nextYearly(event, { month: deadline.month, day: deadline.day });
    case 'standing':
    case 'unclear':
      return null;
  }
}

const lengthText = ({ length, unit }: { readonly length: number; readonly unit: 'working-day' | 'natural-day' }) =>
  `${length}个${unit === 'working-day' ? '工作日' : '自然日'}`;

/** The deadline in words, for lists. */
export function deadlineText(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'event':
      return `${lengthText(deadline)}${deadline.ours ? '（自设）' : ''}`;
    case 'display':
      return `公示${lengthText(deadline)}`;
    case 'periodic':
      return `${CYCLE_LABEL[deadline.every]}${deadline.within === null ? '' : `（结束后${lengthText(deadline.within)}）`}`;
    case 'yearly-by':
      return `每年${deadline.month}月${deadline.day}日前`;
    case 'standing':
      return '长期公开';
    case 'unclear':
      return '没有写明期限';
  }
}
