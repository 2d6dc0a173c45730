import type { FastifyInstance, FastifyRequest } from 'fastify';
import { auditReport } from '../../annual-report/audits/run-audits.ts';
import { reportPress } from '../../annual-report/press/press.ts';
import { aggregateDistrict, differencesFromSum } from '../../annual-report/rules/collection/district-aggregate.ts';
import { draftDistrictReport } from '../../annual-report/rules/collection/district-draft.ts';
import { listCollectedReports } from '../../annual-report/store/collected-report.register.store.ts';
import { findPublishedReport } from '../../annual-report/store/published-report.store.ts';
import { findFormCell } from '../../law/report-form/cells.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import type { Officer } from '../../people/rules/officer.ts';
import { NotFound } from '../gate/visit.ts';
import { AGGREGATE_FORMATS, aggregateCellMain, aggregateMain } from './aggregate.pages.ts';
import type { ReportRoundDeskDeps } from './report-round-deps.ts';
import { aggregatePath, REPORT_ROUNDS_PATH } from './report-round-paths.ts';
import type { RoundDesk } from './round-desk.ts';
import { yearIn } from './round-room.ts';
import type { ByYear } from './round-room.ts';

/** The audits of what tables must keep by themselves; the sum has no prose. */
const BALANCES = ['row-sum', 'settled-sum', 'intake-balance', 'redress-sum'];
const AGGREGATE_ROUTE = `${REPORT_ROUNDS_PATH}/:year/aggregate`;
type ByFormat = { readonly Params: { readonly year: string; readonly format: string } };

/** The sum of a round, its cells with their agencies, and the draft of the area's own report. Made anew at each look. */
export function aggregateRoutes(server: FastifyInstance, deps: ReportRoundDeskDeps, desk: Omit<RoundDesk, 'goOnTo'>) {
  const { database, press } = deps;
  const { queries } = database;
  const { room, boardIn, crumbsOf, send } = desk;

  /** The government whose office this is: what is summed is its report. Where there is none above, the office speaks for itself. */
  async function governmentOf(officer: Officer) {
    const office = await findAgency(queries, officer.agency);
    if (office === undefined) throw new NotFound();
    const above = office.parent === null ? undefined : await findAgency(queries, office.parent);
    return { office, government: above?.kind === 'government' ? above : office };
  }

  async function summed(request: FastifyRequest) {
    const officer = room.readerOf(request);
    const year = yearIn(request);
    const { round, names } = await boardIn({ year, officer });
    const { office, government } = await governmentOf(officer);
    const expected = new Map(round.agencies.map(agency => [agency, names.get(agency) ?? agency]));
    const collected = await listCollectedReports(queries, { year, agencies: round.agencies });
    const aggregate = aggregateDistrict(collected, expected, { name: government.name, year });
    return { year, round, names, office, government, aggregate };
  }

  server.get<ByYear>(AGGREGATE_ROUTE, async (request, reply) => {
    const { year, round, names, government, aggregate } = await summed(request);
    const published = await findPublishedReport(queries, government.code, year);
    const own =
      published === undefined
        ? null
        : {
            href: `/annual-reports/${government.code}/${year}`,
            on: published.publishedOn,
            differences: differencesFromSum(published.report, aggregate.report),
          };
    const { findings } = auditReport(aggregate.report, { only: BALANCES });
    const main = aggregateMain({
      year,
      findings,
      government: government.name,
      aggregate,
      excluded: round.excluded,
      names,
      own,
    });
    return send(request, reply, { title: `${year} 年度报告汇总`, crumbs: crumbsOf(year), main });
  });

  server.get<ByYear>(`${AGGREGATE_ROUTE}/cell`, async (request, reply) => {
    const { path } = request.query as { readonly path?: unknown };
    const cell = typeof path === 'string' ? findFormCell(path) : undefined;
    if (cell === undefined) throw new NotFound();
    const { year, aggregate } = await summed(request);
    const crumbs = [...crumbsOf(year), { text: '汇总', href: aggregatePath(year) }];
    return send(request, reply, { title: cell.name, crumbs, main: aggregateCellMain(year, cell, aggregate) });
  });

  for (const what of ['sum', 'draft'] as const)
    server.get<ByFormat>(`${AGGREGATE_ROUTE}/${what}.:format`, async (request, reply) => {
      const format = AGGREGATE_FORMATS.find(one => one === request.params.format);
      const { year, office, government, aggregate } = await summed(request);
      if (format === undefined || aggregate.parts.length === 0) throw new NotFound();
      const facts = { government: government.name, office: office.name, year };
      const report = what === 'sum' ? aggregate.report : draftDistrictReport(aggregate, facts);
      const document = await reportPress(press).report(report, format);
      return reply.headers(document.headers).send(document.bytes);
    });
}
