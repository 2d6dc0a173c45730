import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReportPress } from '../../annual-report/press/press.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { findAgency, listAgencies } from '../../people/store/agency.register.store.ts';
import {
  findPublishedReport,
  findPublishedVersion,
  listPublishedWhole,
  listVersions,
} from '../../annual-report/store/published-report.store.ts';
import type { PublishedReport } from '../../annual-report/store/published-report.store.ts';
import { listCorrections } from '../../annual-report/store/report-year.store.ts';
import type { Database } from '../../platform/database/database.ts';
import { listPublished } from '../../publishing/store/item.register.store.ts';
import type { Setting } from '../page.ts';
import { sendPage } from '../send-page.ts';
import { agencyReportsPage } from './agency-reports.page.ts';
import { reportsColumnPage } from './column.page.ts';
import { listReportEntries } from './report-entries.ts';
import { DOWNLOADS, reportPage } from './report.page.ts';
import type { Download } from './report.page.ts';
import type { ReportEntry, ReportVersion } from './report-entry.ts';

export type AnnualReportDeps = {
  readonly setting: Setting;
  readonly database: Database;
  readonly press: ReportPress;
};

/** Eleven years before the form, of every agency that a district has had. */
const MOST_DOCUMENTS = 2000;

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
  const { queries } = database;

  async function showReport(request: FastifyRequest, reply: FastifyReply, agencyName: string, one: PublishedReport) {
    const { agency, year, publishedOn, version, report } = one;
    const corrections = await listCorrections(queries, { agency, year });
    const versions = (await listVersions(queries, agency, year)).map((published): ReportVersion => ({
      ...published,
      note: corrections.get(published.version) ?? null,
    }));
    const entry: ReportEntry = { agencyCode: agency, agencyName, year, publishedOn };
    return sendPage(reply, reportPage(await setting(request), entry, report, versions, version));
  }

  server.get('/annual-reports', async (request, reply) => {
    const [entries, { items }, agencies] = await Promise.all([
      listReportEntries(queries),
      listPublished(queries, { kinds: ['annual-report'] }, { limit: MOST_DOCUMENTS, offset: 0 }),
      listAgencies(queries),
    ]);
    const names = new Map(agencies.map(({ code, name }) => [code as string, name]));
    return sendPage(reply, reportsColumnPage(await setting(request), entries, items, names));
  });
  server.get<{ Params: { agency: string } }>('/annual-reports/:agency', async (request, reply) => {
    const code = findAgencyCode(request.params.agency);
    const agency = code === undefined ? undefined : await findAgency(queries, code);
    if (agency === undefined) return reply.callNotFound();
    const reports = await listPublishedWhole(queries, { agency: agency.code });
    if (reports.length === 0) return reply.callNotFound();
    return sendPage(reply, agencyReportsPage(await setting(request), agency.name, reports));
  });
  server.get<Params>('/annual-reports/:agency/:report', async (request, reply) => {
    const address = readAddress(request.params.report);
    const code = findAgencyCode(request.params.agency);
    if (address === undefined || code === undefined) return reply.callNotFound();
    const [agency, published] = await Promise.all([
      findAgency(database.queries, code),
      findPublishedReport(database.queries, code, address.year),
    ]);
    if (agency === undefined || published === undefined) return reply.callNotFound();
    if (address.format === null) return showReport(request, reply, agency.name, published);
    const document = await press.report(published.report, address.format);
    return reply.headers(document.headers).send(document.bytes);
  });
  server.get<{ Params: { agency: string; report: string; version: string } }>(
    '/annual-reports/:agency/:report/versions/:version',
    async (request, reply) => {
      const { agency: agencyText, report: year, version } = request.params;
      const code = findAgencyCode(agencyText);
      if (code === undefined || !/^\d{4}$/.test(year) || !/^\d{1,4}$/.test(version)) return reply.callNotFound();
      const agency = await findAgency(queries, code);
      const one = await findPublishedVersion(queries, code, Number(year), Number(version));
      if (agency === undefined || one === undefined) return reply.callNotFound();
      return showReport(request, reply, agency.name, one);
    },
  );
}
