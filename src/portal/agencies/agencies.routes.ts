import type { FastifyInstance } from 'fastify';
import { findAgencyCode } from '../../people/rules/agency.ts';
import { tallyPublished } from '../../publishing/store/item.register.store.ts';
import { AGENCIES_PATH } from '../items/places.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { agenciesPage } from './agencies.page.ts';
import { platformPage } from './platform.page.ts';

const NEWEST = 10;

/** The choice of an agency, and the platform of each. */
export function agencyRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, site, list, setting, cache, today } = deps;
  server.get(AGENCIES_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => {
      const [agencies, tally] = await Promise.all([site.agencies(), tallyPublished(queries)]);
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
      const agency = (await site.agencies()).find(candidate => candidate.code === code);
      const columns = await site.columnsOf(code);
      const { items } = await list.list({ agency: code }, { limit: NEWEST, offset: 0 }, today());
      if (agency === undefined) return null;
      const page = platformPage(await setting(request), { agency, columns, newest: items, today: today() });
      return { body: page.markup };
    });
  });
}
