import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { CollectedReport } from '../collection/collected-report.ts';
import { rateOf } from './rates.ts';
import type { Rate, RateKey } from './rates.ts';
import { exactSum, figureOf } from './report-figures.ts';
import type { ReportFigure } from './report-figures.ts';

/** What a series is made of: a published report as well as one that was collected. */
export type YearlyReport = Pick<CollectedReport, 'agency' | 'year' | 'report'>;

/** A figure added up over agencies: `value` is the sum of those that could be read, null where none could; `lacking` are the others. */
export type Total = {
  readonly value: number | null;
  readonly counted: number;
  readonly lacking: readonly AgencyCode[];
};

/** One year of a series. */
export type Point<Value> = { readonly year: number; readonly value: Value };

/** The years that there are reports of, the earliest first. */
export function yearsOf(reports: readonly Pick<CollectedReport, 'year'>[]): readonly number[] {
  return [...new Set(reports.map(({ year }) => year))].toSorted((a, b) => a - b);
}

export function reportsOf<Report extends Pick<CollectedReport, 'year'>>(
  reports: readonly Report[],
  year: number,
): readonly Report[] {
  return reports.filter(report => report.year === year);
}

/** The sum of a figure over reports of one year. */
export function totalOf(reports: readonly YearlyReport[], figure: ReportFigure): Total {
  const values = reports.map(({ agency, report }) => ({ agency, value: figureOf(report, figure) }));
  const read = values.flatMap(({ value }) => (value === null ? [] : [value]));
  return {
    value: read.length === 0 ? null : exactSum(read),
    counted: read.length,
    lacking: values.filter(({ value }) => value === null).map(({ agency }) => agency),
  };
}

/** A figure by years. */
export function seriesOf(reports: readonly YearlyReport[], figure: ReportFigure): readonly Point<Total>[] {
  return yearsOf(reports).map(year => ({ year, value: totalOf(reportsOf(reports, year), figure) }));
}

/** A rate by years. */
export function rateSeriesOf(reports: readonly YearlyReport[], rate: RateKey): readonly Point<Rate>[] {
  return yearsOf(reports).map(year => ({
    year,
    value: rateOf(
      reportsOf(reports, year).map(({ report }) => report),
      rate,
    ),
  }));
}
