import type { FastifyInstance } from 'fastify';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { findAgency, listAgencies } from '../../people/store/agency.register.store.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import { listPublished, tallyPublished } from '../../publishing/store/item.register.store.ts';
import { AGENCIES_PATH } from '../items/places.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { agenciesPage } from './agencies.page.ts';
import { platformPage } from './platform.page.ts';

const NEWEST = 10;

/** The choice of an agency, and the platform of each. */
export function agencyRoutes(server: FastifyInstance, { queries, setting, cache, today }: PublishingDeps): void {
  server.get(AGENCIES_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => {
      const [agencies, tally] = await Promise.all([listAgencies(queries), tallyPublished(queries)]);
      const thisYear = tally.filter(({ year }) => year === today().year);
      const published = new Map(
        [...Map.groupBy(thisYear, ({ agency }) => agency)].map(([agency, rows]) => [
          agency,
          rows.reduce((total, { count }) => total + count, 0),
        ]),
      );
      return { body: agenciesPage(await setting(request), agencies, published).markup };
    }),
  );
  server.get<{ Params: { agency: string } }>(`${AGENCIES_PATH}/:agency`, async (request, reply) => {
    const code = findAgencyCode(request.params.agency);
    if (code === undefined) return reply.callNotFound();
    return cache.answer(request, reply, async () => {
      const [agency, columns, { items }] = await Promise.all([
        findAgency(queries, code),
        listColumns(queries, code),
        listPublished(queries, { agency: code }, { limit: NEWEST, offset: 0 }),
      ]);
      if (agency === undefined) return null;
      const page = platformPage(await setting(request), { agency, columns, newest: items, today: today() });
      return { body: page.markup };
    });
  });
}
