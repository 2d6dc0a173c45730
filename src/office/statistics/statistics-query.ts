import type { AgencyCode } from '../../people/rules/agency.ts';
import { daysOf, findPeriod, periodWord } from '../../statistics/rules/period.ts';
import type { Period } from '../../statistics/rules/period.ts';
import type { Drill } from '../../statistics/rules/stat-table.ts';
import { readFormValues, valueOf } from '../../views/form/form-state.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';

export const STATISTICS_PATH = '/office/statistics';
export const SUBJECTS = ['publishing', 'applications'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What an address of statistics asks for; the agencies are cut with what the officer may see. */
export type StatisticsQuery = {
  readonly period: Period;
  /** One agency, or null for all that the officer may see. */
  readonly of: AgencyCode | null;
  readonly agencies: readonly AgencyCode[];
  readonly page: number;
  /** Every other word of the address: which figure's files are asked for. */
  readonly drill: Drill;
};

/** The query of an address. What makes no sense is passed over: the period is then the year of `today`, the agencies all. */
export function readStatisticsQuery(
  query: unknown,
  readable: readonly AgencyCode[],
  today: Temporal.PlainDate,
): StatisticsQuery {
  const values = readFormValues(query);
  const text = (name: string) => valueOf({ values }, name);
  const part = text('part');
  const period = findPeriod(part === '' ? text('year') : `${text('year')}-${part}`) ??
    findPeriod(text('year')) ?? { kind: 'year', year: today.year };
  const of = readable.find(code => code === text('of')) ?? null;
  const { year: _year, part: _part, of: _of, page: _page, ...rest } = values;
  return {
    period,
    of,
    agencies: of === null ? readable : [of],
    page: /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1,
    drill: Object.fromEntries(Object.entries(rest).flatMap(([name]) => [[name, text(name)]])),
  };
}

const wordsOf = ({ period, of }: StatisticsQuery) => ({
  year: period.year,
  part: period.kind === 'year' ? null : periodWord(period).slice('0000-'.length),
  of,
});

/** The page of a subject for the query's period and agencies; another `rest` is a list or a file of it. */
export const statisticsAddress = (subject: Subject, query: StatisticsQuery, rest = ''): string =>
  pageAddress(`${STATISTICS_PATH}/${subject}${rest}`, wordsOf(query));

/** The list of what a figure counts. */
export const drillAddress = (subject: Subject, query: StatisticsQuery, drill: Drill, page?: number): string =>
  pageAddress(`${STATISTICS_PATH}/${subject}/list`, { ...wordsOf(query), ...drill, page: page === 1 ? null : page });

/** The first and last day of what is shown. */
export const daysAsked = ({ period }: StatisticsQuery) => daysOf(period);
