import type { Citation } from '../law/citation.ts';

/** The days off that are certain without a yearly notice; how they are joined with weekends is not. */
export const STATUTORY_DAYS_BASIS: Citation = { source: 'holidays', article: 2 };

/** Holidays of the whole people on days of the Gregorian calendar, since 2025-01-01. */
const FIXED: readonly (readonly [monthAndDay: string, name: string])[] = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
];

/** Those that follow the lunar calendar and the solar terms, for the years whose notice is not known yet. */
const MOVING: Readonly<Record<number, readonly (readonly [monthAndDay: string, name: string])[]>> = {
  2027: [
    ['02-05', '春节'], // 农历除夕
    ['02-06', '春节'],
    ['02-07', '春节'],
    ['02-08', '春节'],
    ['04-05', '清明节'],
    ['06-09', '端午节'],
    ['09-15', '中秋节'],
  ],
};

/** The statutory days off of a year as ISO dates with their names; of years far ahead only those with a fixed date. */
export function statutoryDaysOf(year: number): readonly (readonly [date: string, name: string])[] {
  return [...FIXED, ...(MOVING[year] ?? [])].map(([day, name]) => [`${year}-${day}`, name]);
}
