import type { FastifyInstance, FastifyRequest } from 'fastify';
import { agenciesWhere, may } from '../../../people/rules/may.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { listStaffNames } from '../../../people/store/staff.register.store.ts';
import { downloadOf } from '../../../platform/press/download.ts';
import { listSecrecyReviews, listSecrecyStandings } from '../../../publishing/store/secrecy-month.register.store.ts';
import { Forbidden, officerOf } from '../../gate/visit.ts';
import { officePage } from '../../page.ts';
import { sendPage } from '../../send-page.ts';
import type { PublishingDeskDeps } from '../publishing-deps.ts';
import { PUBLISHING_PATH } from '../publishing-paths.ts';
import { MONTHS_PATH, readMonthQuery } from './month-query.ts';
import { monthName, secrecyMonthMain } from './month.page.ts';
import type { SecrecyMonth } from './month.page.ts';
import { secrecyMonthWorkbook } from './month-workbook.ts';

/** As many months as the list offers. */
const MONTHS = 24;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 保密审查月度汇总表: of the own agency with its items, of those below with figures and what they made public. */
export function secrecyMonthRoutes(server: FastifyInstance, deps: PublishingDeskDeps) {
  const { database, today, setting, press } = deps;
  const { queries } = database;

  async function drawn(request: FastifyRequest): Promise<SecrecyMonth> {
    const officer = officerOf(request);
    const mayRead = may(officer, 'read-items', officer.agency);
    const codes = [...new Set([...(mayRead ? [officer.agency] : []), ...agenciesWhere(officer, 'oversee')])];
    if (codes.length === 0) throw new Forbidden('read-items');
    const query = readMonthQuery(request.query, codes, today());
    const reviews = await listSecrecyReviews(queries, codes, query.month);
    const names = new Map((await listAgencies(queries)).map(({ code, shortName }) => [code, shortName]));
    const reviewers = new Set(reviews.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer])));
    const newest = today().toPlainYearMonth();
    return {
      query,
      months: Array.from({ length: MONTHS }, (_month, index) => newest.subtract({ months: index })),
      agencies: new Map(codes.map(code => [code, names.get(code) ?? code])),
      own: mayRead ? officer.agency : null,
      staff: await listStaffNames(queries, [...reviewers]),
      reviews,
      standings: await listSecrecyStandings(queries, codes, query.month, today()),
      today: today(),
    };
  }

  server.get(MONTHS_PATH, async (request, reply) => {
    const month = await drawn(request);
    const page = officePage(await setting(request), {
      title: `${monthName(month.query.month)}保密审查汇总表`,
      crumbs: [{ text: '主动公开', href: PUBLISHING_PATH }],
      main: secrecyMonthMain(month),
    });
    return sendPage(reply, page);
  });

  server.get(`${MONTHS_PATH}.xlsx`, async (request, reply) => {
    const month = await drawn(request);
    const bytes = await press.workbook(secrecyMonthWorkbook(month));
    const name = `${monthName(month.query.month)}保密审查汇总表.xlsx`;
    const file = downloadOf(bytes, name, `secrecy-${month.query.month.toString()}.xlsx`, XLSX);
    return reply.headers(file.headers).send(file.bytes);
  });
}
