import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listPublishedWhole } from '../../annual-report/store/published-report.store.ts';
import type { PublishedFilter } from '../../annual-report/store/published-report.store.ts';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { downloadOf } from '../../platform/press/download.ts';
import { csvText } from '../../views/csv/csv.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { FOR_EVERYBODY, openDataLimit } from './limit.ts';
import { cellDictionary, reportData, reportLines, reportsWorkbook } from './report-cells.ts';
import type { NamedReport } from './report-cells.ts';

export const REPORT_CELLS_PATH = '/api/report-cells';

/** One of these costs as much as an export of a list. */
const WEIGHT = 10;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Which reports an address asks for; undefined where it names a year or an agency that cannot be. */
function filterIn(query: unknown): PublishedFilter | undefined {
  const { year, agency } = query as Readonly<Record<string, unknown>>;
  const code = typeof agency === 'string' ? findAgencyCode(agency) : undefined;
  if (agency !== undefined && code === undefined) return undefined;
  if (year !== undefined && (typeof year !== 'string' || !/^20\d{2}$/.test(year))) return undefined;
  return { ...(year === undefined ? {} : { year: Number(year) }), ...(code === undefined ? {} : { agency: code }) };
}

/** The figures of all published reports as open data, per agency, per year, or all together. */
export function reportCellRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, press, setting } = deps;

  /** The reports asked for; null where the request was answered already. */
  async function asked(request: FastifyRequest, reply: FastifyReply): Promise<readonly NamedReport[] | null> {
    if (!(await openDataLimit(deps, request, reply, WEIGHT))) return null;
    const filter = filterIn(request.query);
    if (filter === undefined) {
      const detail = '年度写四位数字，机构写机构编码，例如 ?year=2023&agency=990101-001';
      void reply
        .code(400)
        .type('application/problem+json; charset=utf-8')
        .send({ title: '查询条件不能识别', detail, status: 400 });
      return null;
    }
    const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
    const reports = await listPublishedWhole(queries, filter);
    return reports.map(report => ({ ...report, agencyName: names.get(report.agency) ?? report.agency }));
  }

  server.get(`${REPORT_CELLS_PATH}.json`, async (request, reply) => {
    const reports = await asked(request, reply);
    if (reports === null) return reply;
    const origin = originOf(deps, request);
    const items = reports.map(report => reportData(report, origin));
    const body = JSON.stringify({ total: items.length, dictionary: cellDictionary(), items });
    return reply.headers(FOR_EVERYBODY).type('application/json; charset=utf-8').send(body);
  });

  for (const format of ['csv', 'xlsx'] as const)
    server.get(`${REPORT_CELLS_PATH}.${format}`, async (request, reply) => {
      const reports = await asked(request, reply);
      if (reports === null) return reply;
      const origin = originOf(deps, request);
      const [bytes, type] =
        format === 'csv'
          ? [new TextEncoder().encode(csvText(reportLines(reports, origin))), 'text/csv; charset=utf-8']
          : [await press.workbook(reportsWorkbook(reports, (await setting(request)).site.name, origin)), XLSX];
      const download = downloadOf(bytes, `政府信息公开工作年度报告数据.${format}`, `report-cells.${format}`, type);
      return reply.headers({ ...FOR_EVERYBODY, ...download.headers }).send(download.bytes);
    });
}
