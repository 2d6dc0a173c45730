type Day = Temporal.PlainDate;

/** What statistics are about: a month, a quarter or a year of the calendar. */
export type Period =
  | { readonly kind: 'month'; readonly year: number; readonly number: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly number: number }
  | { readonly kind: 'year'; readonly year: number };

const FIRST_YEAR = 2008;
const LAST_YEAR = 2199;

/** A period from an address: 2025, 2025-Q3, 2025-09; undefined where the text is none. */
export function findPeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (match[2] !== undefined) return { kind: 'quarter', year, number: Number(match[2]) };
  return match[3] === undefined ? { kind: 'year', year } : { kind: 'month', year, number: Number(match[3]) };
}

/** The word of an address that `findPeriod` reads back. */
export function periodWord(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'quarter':
      return `${period.year}-Q${period.number}`;
    case 'month':
      return `${period.year}-${String(period.number).padStart(2, '0')}`;
  }
}

const QUARTER_NAME = ['一', '二', '三', '四'] as const;

/** How people call it: 2025年、2025年第三季度、2025年9月. */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `${period.year}年`;
    case 'quarter':
      return `${period.year}年第${QUARTER_NAME[period.number - 1]!}季度`;
    case 'month':
      return `${period.year}年${period.number}月`;
  }
}

const monthsOf = ({ kind }: Period): number => ({ year: 12, quarter: 3, month: 1 })[kind];

/** Its first and last day. */
export function daysOf(period: Period): { readonly from: Day; readonly to: Day } {
  const month = period.kind === 'year' ? 1 : period.kind === 'quarter' ? period.number * 3 - 2 : period.number;
  const from = new Temporal.PlainDate(period.year, month, 1);
  return { from, to: from.add({ months: monthsOf(period) }).subtract({ days: 1 }) };
}

/** The period of the same kind in which a day lies. */
function periodAt(kind: Period['kind'], { year, month }: Day): Period {
  if (kind === 'year') return { kind, year };
  return kind === 'quarter' ? { kind, year, number: Math.ceil(month / 3) } : { kind, year, number: month };
}

/** The period of the same kind just before. */
export const periodBefore = (period: Period): Period =>
  periodAt(period.kind, daysOf(period).from.subtract({ days: 1 }));
