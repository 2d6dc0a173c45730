import { AUDITS } from '../../annual-report/audits/index.ts';
import type { Examination } from '../../annual-report/examination/examination.ts';
import { analyseDistrict, ownProseOf } from '../../annual-report/rules/analysis/district-analysis.ts';
import type { DistrictAnalysis, RectificationCounts } from '../../annual-report/rules/analysis/district-analysis.ts';
import type { ProseOfAgency, Similarity } from '../../annual-report/rules/analysis/similarity.ts';
import { reportsOf } from '../../annual-report/rules/analysis/time-series.ts';
import type { Point } from '../../annual-report/rules/analysis/time-series.ts';
import type { CollectedReport } from '../../annual-report/rules/collection/collected-report.ts';
import { isOverdue } from '../../annual-report/rules/rectification/rectification.ts';
import { listCollectedReports } from '../../annual-report/store/collected-report.register.store.ts';
import { listPublishedReports } from '../../annual-report/store/published-report.store.ts';
import { listRectifications } from '../../annual-report/store/rectification.store.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { tallyPublished } from '../../publishing/store/item.register.store.ts';

/** The area of an officer's office: whose it is, the agencies whose reports belong to it, and every report there is of them. */
export type Area = {
  readonly district: string;
  /** Without governments: their reports are sums of the others. */
  readonly agencies: readonly Agency[];
  readonly reports: readonly CollectedReport[];
};

/** The area that an officer's office supervises, itself among it. */
export async function gatherArea(queries: Queries, officer: Officer): Promise<Area> {
  const all = await listAgencies(queries);
  const codes = new Set([officer.agency, ...officer.oversees]);
  const agencies = all.filter(({ code, kind }) => codes.has(code) && kind !== 'government');
  const own = all.find(({ code }) => code === officer.agency);
  const above = all.find(({ code }) => code === own?.parent);
  const district = own?.kind === 'government-office' ? above : own;
  const reports = await listCollectedReports(queries, { agencies: agencies.map(({ code }) => code) });
  return { district: district?.name ?? '', agencies, reports };
}

/** The prose of a year's reports, each with the day from which others could have copied it. */
export async function gatherProse(
  queries: Queries,
  reports: readonly CollectedReport[],
): Promise<readonly ProseOfAgency[]> {
  const published = new Map(
    (await listPublishedReports(queries)).map(({ agency, year, publishedOn }) => [`${agency} ${year}`, publishedOn]),
  );
  return reports.map(({ agency, year, report, submittedOn }) => {
    const days = [submittedOn, published.get(`${agency} ${year}`)].filter(day => day !== null && day !== undefined);
    return {
      agency,
      text: ownProseOf(report),
      since: days.toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0] ?? null,
    };
  });
}

const NOT_COMPARED: Similarity = { compared: 0, tooShort: [], pairs: [], clusters: [] };

/** The pairs of a year, and a sentence instead where the comparison could not be done now. */
export async function gatherSimilarity(
  queries: Queries,
  examination: Pick<Examination, 'compare'>,
  reports: readonly CollectedReport[],
): Promise<Result<Similarity, string>> {
  if (reports.length < 2) return ok(NOT_COMPARED);
  const compared = await examination.compare(await gatherProse(queries, reports));
  return compared.ok ? compared : { ok: false, problem: '现在处理的文件较多，文字比较没有完成，请一分钟后刷新页面' };
}

async function gatherRectifications(
  queries: Queries,
  officer: Officer,
  year: number,
  today: Temporal.PlainDate,
): Promise<RectificationCounts> {
  const files = (await listRectifications(queries, { office: officer.agency })).filter(
    one => one.year === year && one.state.stage !== 'withdrawn',
  );
  const count = (stage: string) => files.filter(({ state }) => state.stage === stage).length;
  return {
    ordered: files.length,
    open: count('open'),
    overdue: files.filter(({ state }) => isOverdue(state, today)).length,
    answered: count('answered'),
    closed: count('closed'),
  };
}

/** The analysis of a year of an area. */
export async function gatherAnalysis(
  queries: Queries,
  officer: Officer,
  area: Area,
  asked: { readonly year: number; readonly today: Temporal.PlainDate; readonly similarity: Similarity },
): Promise<DistrictAnalysis> {
  const { year, today, similarity } = asked;
  return analyseDistrict({
    district: area.district,
    year,
    on: today,
    expected: area.agencies,
    reports: area.reports,
    audits: AUDITS,
    similarity,
    rectifications: await gatherRectifications(queries, officer, year, today),
  });
}

const PUBLISHED_YEARS = 10;

/** What the agencies of an area published here up to a year, by years; what stands on sites elsewhere is not known. */
export async function gatherPublished(queries: Queries, area: Area, year: number): Promise<readonly Point<number>[]> {
  const codes = new Set(area.agencies.map(({ code }) => code));
  const tallies = (await tallyPublished(queries)).filter(one => codes.has(one.agency) && one.year <= year);
  return [...Map.groupBy(tallies, one => one.year)]
    .map(([of, list]) => ({ year: of, value: list.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => a.year - b.year)
    .slice(-PUBLISHED_YEARS);
}

/** The reports of a year of an area. */
export const reportsIn = (area: Area, year: number): readonly CollectedReport[] => reportsOf(area.reports, year);
