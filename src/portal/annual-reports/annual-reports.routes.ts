import type { FastifyInstance } from 'fastify';
import type { ReportPress } from '../../annual-report/press/press.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { findPublishedReport } from '../../annual-report/store/published-report.store.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Setting } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { reportsColumnPage } from './column.page.ts';
import { listReportEntries } from './report-entries.ts';
import { DOWNLOADS, reportPage } from './report.page.ts';
import type { Download } from './report.page.ts';

export type AnnualReportDeps = {
  readonly setting: Setting;
  readonly database: Database;
  readonly press: ReportPress;
};

/** 990101-001 / 2023, or 2023.docx for a download. */
const ADDRESS = /^(?<year>\d{4})(?:\.(?<format>[a-z]+))?$/;
type Params = { Params: { agency: string; report: string } };

function readAddress(text: string): { readonly year: number; readonly format: Download | null } | undefined {
  const { year, format } = ADDRESS.exec(text)?.groups ?? {};
  if (year === undefined) return undefined;
  const download = DOWNLOADS.find(candidate => candidate === format);
  return format !== undefined && download === undefined ? undefined : { year: Number(year), format: download ?? null };
}

/** The column 政府信息公开年报, each published report and its downloads. */
export function annualReportRoutes(server: FastifyInstance, { setting, database, press }: AnnualReportDeps) {
  server.get('/annual-reports', async (request, reply) =>
    sendPage(reply, reportsColumnPage(await setting(request), await listReportEntries(database.queries))),
  );
  server.get<Params>('/annual-reports/:agency/:report', async (request, reply) => {
    const address = readAddress(request.params.report);
    const code = findAgencyCode(request.params.agency);
    if (address === undefined || code === undefined) return reply.callNotFound();
    const [agency, published] = await Promise.all([
      findAgency(database.queries, code),
      findPublishedReport(database.queries, code, address.year),
    ]);
    if (agency === undefined || published === undefined) return reply.callNotFound();
    const entry = {
      agencyCode: code,
      agencyName: agency.name,
      year: published.year,
      publishedOn: published.publishedOn,
    };
    if (address.format === null) return sendPage(reply, reportPage(await setting(request), entry, published.report));
    const document = await press.report(published.report, address.format);
    return reply.headers(document.headers).send(document.bytes);
  });
}
