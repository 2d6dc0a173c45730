import { listPublishedReports } from '../../annual-report/store/published-report.store.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ReportEntry } from './report-entry.ts';

/** The published reports as lists show them, with their agencies' names. */
export async function listReportEntries(queries: Queries): Promise<readonly ReportEntry[]> {
  const names = new Map((await listAgencies(queries)).map(agency => [agency.code, agency.name]));
  const reports = await listPublishedReports(queries);
  return reports.map(({ agency, year, publishedOn }) => ({
    agencyCode: agency,
    agencyName: names.get(agency) ?? agency,
    year,
    publishedOn,
  }));
}
