import type { FastifyInstance } from 'fastify';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { findEntryId } from '../../publishing/rules/catalogue/stored-entry.ts';
import { readCatalogue } from '../../publishing/store/catalogue.register.store.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { fieldPage, fieldsPage, itemsOf, ITEMS_A_PAGE, matterPage } from './catalogue.pages.ts';
import { fieldWordOf, shownFields, STANDARD_CATALOGUE_PATH } from './field-places.ts';

type Deps = Pick<PublishingDeps, 'queries' | 'setting' | 'cache' | 'today'> & {
  readonly calendar: () => Promise<WorkingCalendar>;
};

/** 基层政务公开: the standard fields, the matters of each, and what was published of them. */
export function standardCatalogueRoutes(server: FastifyInstance, deps: Deps): void {
  const { queries, setting, cache, today, calendar } = deps;

  const catalogueNow = async () => readCatalogue(queries, {}, today(), await calendar());

  /** The field of an address with its part of the catalogue; null where there is no such field. */
  async function fieldOf(word: string) {
    const all = await catalogueNow();
    const held = [...new Set(all.entries.map(({ entry }) => entry.field))];
    const field = shownFields(held).find(one => fieldWordOf(one) === word);
    if (field === undefined) return null;
    const catalogue = { ...all, entries: all.entries.filter(({ entry }) => entry.field === field) };
    return { field, held, catalogue, today: today() };
  }

  server.get(STANDARD_CATALOGUE_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => ({
      body: fieldsPage(await setting(request), await catalogueNow()).markup,
    })),
  );

  server.get<{ Params: { field: string } }>(`${STANDARD_CATALOGUE_PATH}/:field`, async (request, reply) =>
    cache.answer(request, reply, async () => {
      const found = await fieldOf(request.params.field);
      return found === null ? null : { body: fieldPage(await setting(request), found).markup };
    }),
  );

  server.get<{ Params: { field: string; entry: string }; Querystring: { page?: unknown } }>(
    `${STANDARD_CATALOGUE_PATH}/:field/:entry`,
    async (request, reply) => {
      const asked = request.query.page ?? '1';
      const id = findEntryId(request.params.entry);
      if (id === undefined || typeof asked !== 'string' || !/^[1-9]\d{0,3}$/.test(asked)) return reply.callNotFound();
      return cache.answer(request, reply, async () => {
        const found = await fieldOf(request.params.field);
        const one = found?.catalogue.entries.find(({ entry }) => entry.id === id);
        if (found === null || one === undefined) return null;
        const page = Number(asked);
        if (page > 1 && (page - 1) * ITEMS_A_PAGE >= itemsOf(one, found.catalogue).length) return null;
        return { body: matterPage(await setting(request), { ...found, one, page }).markup };
      });
    },
  );
}
