import type { FastifyInstance } from 'fastify';
import {
  countAnswered,
  listAnswered,
  listPublishingAgencies,
} from '../../../applications/store/answered.register.store.ts';
import { listAgencies } from '../../../people/store/agency.register.store.ts';
import { sendPage } from '../../send-page.ts';
import type { ApplicationsDeps } from '../applications-deps.ts';
import { ANSWERED_PATH } from '../column.ts';
import { answeredLine, outcomesOf } from './answered-line.ts';
import { readAnsweredQuery } from './answered-query.ts';
import { answeredPage, LINES_A_PAGE } from './answered.page.ts';

/** The first year for which answers can be shown: the Regulation of 2007 took effect in 2008, ours counts from 2019. */
const FIRST_YEAR = 2019;

/** The public list of answered applications; there is none where no agency has turned it on. */
export function answeredRoutes(server: FastifyInstance, { setting, actions }: ApplicationsDeps): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>(ANSWERED_PATH, async (request, reply) => {
    const { queries } = actions;
    const publishing = await listPublishingAgencies(queries);
    if (publishing.length === 0) return reply.callNotFound();
    const agencies = (await listAgencies(queries)).filter(({ code }) => publishing.includes(code));
    const names = new Map(agencies.map(({ code, name }) => [code, name]));
    const query = readAnsweredQuery(request.query);
    const filter = {
      agency: query.agency,
      year: query.year,
      outcomes: query.result === null ? null : outcomesOf(query.result),
      words: query.words,
    };
    const calendar = await actions.calendar();
    const [entries, total] = await Promise.all([
      listAnswered(queries, publishing, filter, { offset: (query.page - 1) * LINES_A_PAGE, limit: LINES_A_PAGE }),
      countAnswered(queries, publishing, filter),
    ]);
    const thisYear = actions.today().year;
    const page = answeredPage(await setting(request), {
      query,
      agencies,
      years: Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index),
      lines: entries.map(entry => answeredLine(entry, names.get(entry.agency) ?? '', calendar)),
      total,
    });
    return sendPage(reply, page);
  });
}
