import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { PublishedAnnualReportRow } from '../../platform/database/schema.ts';
import { readReportJson, reportJsonOf } from '../rules/interchange.ts';
import type { AnnualReport } from '../rules/report.ts';

/** A report as it was published: corrected reports are further versions, from 1 on. */
export type PublishedReport = {
  readonly agency: AgencyCode;
  readonly year: number;
  readonly version: number;
  readonly publishedOn: Temporal.PlainDate;
  readonly report: AnnualReport;
};

/** What is to be filed; the store gives the version. */
export type ReportToFile = Omit<PublishedReport, 'version'>;

type ReportRow = Pick<Selectable<PublishedAnnualReportRow>, 'agency' | 'year' | 'version' | 'published_on' | 'report'>;

const COLUMNS = ['agency', 'year', 'version', 'published_on', 'report'] as const;

function publishedReportOf(row: ReportRow): PublishedReport {
  const report = readReportJson(row.report);
  if (!report.ok) throw new Error(`Report ${row.agency} ${row.year} in the database: ${report.problem}`);
  return {
    agency: getAgencyCode(row.agency),
    year: row.year,
    version: row.version,
    publishedOn: Temporal.PlainDate.from(row.published_on),
    report: report.value,
  };
}

/** The latest version of an agency's report on a year. */
export async function findPublishedReport(
  queries: Queries,
  agency: AgencyCode,
  year: number,
): Promise<PublishedReport | undefined> {
  const row = await queries
    .selectFrom('current_annual_reports')
    .select(COLUMNS)
    .where('agency', '=', agency)
    .where('year', '=', year)
    .executeTakeFirst();
  return row === undefined ? undefined : publishedReportOf(row);
}

/** Which published reports are asked for; without year or agency, all of them. */
export type PublishedFilter = { readonly year?: number; readonly agency?: AgencyCode };

/** The latest version of every report asked for, whole: the newest year first, then by agency. */
export async function listPublishedWhole(
  queries: Queries,
  { year, agency }: PublishedFilter,
): Promise<readonly PublishedReport[]> {
  const rows = await queries
    .selectFrom('current_annual_reports')
    .select(COLUMNS)
    .$if(year !== undefined, query => query.where('year', '=', year!))
    .$if(agency !== undefined, query => query.where('agency', '=', agency!))
    .orderBy('year', 'desc')
    .orderBy('agency')
    .execute();
  return rows.map(publishedReportOf);
}

/** One version of an agency's report on a year, current or older. */
export async function findPublishedVersion(
  queries: Queries,
  agency: AgencyCode,
  year: number,
  version: number,
): Promise<PublishedReport | undefined> {
  const row = await queries
    .selectFrom('published_annual_reports')
    .select(COLUMNS)
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? undefined : publishedReportOf(row);
}

/** When each version of an agency's report on a year was published, the first one first. */
export async function listVersions(
  queries: Queries,
  agency: AgencyCode,
  year: number,
): Promise<readonly { readonly version: number; readonly publishedOn: Temporal.PlainDate }[]> {
  const rows = await queries
    .selectFrom('published_annual_reports')
    .select(['version', 'published_on'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('version')
    .execute();
  return rows.map(row => ({ version: row.version, publishedOn: Temporal.PlainDate.from(row.published_on) }));
}

/** Which reports there are, without their contents: the latest version of each, newest year first, then by agency. */
export type PublishedReportEntry = Omit<PublishedReport, 'report'>;

/** All agencies' reports that are published, or those of one agency. */
export async function listPublishedReports(
  queries: Queries,
  agency?: AgencyCode,
): Promise<readonly PublishedReportEntry[]> {
  const rows = await queries
    .selectFrom('current_annual_reports')
    .select(['agency', 'year', 'version', 'published_on'])
    .$if(agency !== undefined, query => query.where('agency', '=', agency!))
    .orderBy('year', 'desc')
    .orderBy('agency')
    .execute();
  return rows.map(row => ({
    agency: getAgencyCode(row.agency),
    year: row.year,
    version: row.version,
    publishedOn: Temporal.PlainDate.from(row.published_on),
  }));
}

/** On which day the current report on a year was published, by agency. */
export async function listPublishedOn(
  queries: Queries,
  year: number,
): Promise<ReadonlyMap<AgencyCode, Temporal.PlainDate>> {
  const rows = await queries
    .selectFrom('current_annual_reports')
    .select(['agency', 'published_on'])
    .where('year', '=', year)
    .execute();
  return new Map(rows.map(row => [getAgencyCode(row.agency), Temporal.PlainDate.from(row.published_on)]));
}

/** Holds off whoever else files for the agency until the transaction ends. False: the agency is not registered. */
export async function lockAgency(transaction: Queries, agency: AgencyCode): Promise<boolean> {
  const row = await transaction
    .selectFrom('agencies')
    .select('code')
    .where('code', '=', agency)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the latest version is this very report, published on the same day. */
export async function isCurrent(
  queries: Queries,
  { agency, year, publishedOn, report }: ReportToFile,
): Promise<boolean> {
  const row = await queries
    .selectFrom('current_annual_reports')
    .select('version')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('published_on', '=', publishedOn.toString())
    .where('report', '=', sql`${JSON.stringify(reportJsonOf(report))}::jsonb`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Appends the next version and gives its number. */
export async function appendVersion(
  transaction: Queries,
  { agency, year, publishedOn, report }: ReportToFile,
): Promise<number> {
  const { latest } = await transaction
    .selectFrom('published_annual_reports')
    .select(sql<number>`coalesce(max(version), 0)`.as('latest'))
    .where('agency', '=', agency)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  const version = latest + 1;
  await transaction
    .insertInto('published_annual_reports')
    .values({
      agency,
      year,
      version,
      published_on: publishedOn.toString(),
      report: JSON.stringify(reportJsonOf(report)),
    })
    .execute();
  return version;
}
