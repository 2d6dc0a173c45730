import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { CollectedReport } from '../collection/collected-report.ts';
import { repetitionOf } from '../repetition.ts';
import type { AnnualReport } from '../report.ts';
import { auditTrendOf, heatMapOf } from './heat-map.ts';
import type { AuditYear, HeatMap } from './heat-map.ts';
import type { Similarity } from './similarity.ts';
import { reportsOf, yearsOf } from './time-series.ts';

/** The prose that an agency writes itself: sections one, five and six, as in the audit `repetition`. */
export function ownProseOf({ sections }: Pick<AnnualReport, 'sections'>): string {
  return (['1', '5', '6'] as const).map(section => sections[section] ?? '').join('\n');
}

/** How much of a report's prose is that of the same agency's report of the year before. */
export type SelfRepetition = { readonly agency: AgencyCode; readonly agencyName: string; readonly share: number };

/** Where the orders to mend stand (督促整改). */
export type RectificationCounts = {
  readonly ordered: number;
  readonly open: number;
  readonly overdue: number;
  readonly answered: number;
  readonly closed: number;
};

/** What an analysis is made of. `expected` are the agencies whose reports belong to the area: the area's own report is their sum. */
export type AnalysisGiven = {
  readonly district: string;
  readonly year: number;
  readonly on: Temporal.PlainDate;
  readonly expected: readonly { readonly code: AgencyCode; readonly name: string }[];
  /** Of this year and of those before. */
  readonly reports: readonly CollectedReport[];
  readonly audits: readonly { readonly id: string; readonly title: string }[];
  readonly similarity: Similarity;
  readonly rectifications: RectificationCounts;
};

/** 年报分析: everything that its page, its document and its charts say of a year, from one place, so that nothing contradicts. */
export type DistrictAnalysis = {
  readonly district: string;
  readonly year: number;
  readonly on: Temporal.PlainDate;
  /** Up to this year, the earliest first. */
  readonly years: readonly number[];
  readonly expected: number;
  readonly missing: readonly string[];
  readonly reports: readonly CollectedReport[];
  readonly lastYear: readonly CollectedReport[];
  readonly history: readonly CollectedReport[];
  readonly heat: HeatMap;
  readonly trend: readonly AuditYear[];
  readonly similarity: Similarity;
  readonly nameOf: (agency: AgencyCode) => string;
  /** The greatest share first. */
  readonly repeating: readonly SelfRepetition[];
  readonly rectifications: RectificationCounts;
};

/** From this share on an agency has copied its own report of the year before (the notice of the audit `repetition`). */
export const SELF_REPETITION = 0.6;

/** Reports that repeat those of the year before, at least by `SELF_REPETITION`. */
export function selfRepetitions(
  reports: readonly CollectedReport[],
  lastYear: readonly CollectedReport[],
): readonly SelfRepetition[] {
  return reports
    .flatMap(({ agency, agencyName, report }) => {
      const earlier = lastYear.find(one => one.agency === agency);
      if (earlier === undefined) return [];
      const { share } = repetitionOf(ownProseOf(report), ownProseOf(earlier.report));
      return share < SELF_REPETITION ? [] : [{ agency, agencyName, share }];
    })
    .toSorted((a, b) => b.share - a.share);
}

/** The analysis of a year's reports of an area. */
export function analyseDistrict(given: AnalysisGiven): DistrictAnalysis {
  const { expected, year } = given;
  const names = new Map(expected.map(({ code, name }) => [code, name]));
  const history = given.reports.filter(report => report.year <= year && names.has(report.agency));
  const [reports, lastYear] = [reportsOf(history, year), reportsOf(history, year - 1)];
  const has = new Set(reports.map(({ agency }) => agency));
  return {
    district: given.district,
    year,
    on: given.on,
    years: yearsOf(history),
    expected: expected.length,
    missing: expected.filter(({ code }) => !has.has(code)).map(({ name }) => name),
    reports,
    lastYear,
    history,
    heat: heatMapOf(reports, given.audits),
    trend: auditTrendOf(history),
    similarity: given.similarity,
    nameOf: agency => names.get(agency) ?? agency,
    repeating: selfRepetitions(reports, lastYear),
    rectifications: given.rectifications,
  };
}
