import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPublicContents } from '../../publishing/actions/read-public-contents.ts';
import { itemData } from '../../publishing/render/item-data.ts';
import { RELATION_LABEL, RELATION_REVERSE_LABEL } from '../../publishing/rules/content.ts';
import { countPublicByYear } from '../../publishing/store/public-content.register.store.ts';
import { findPublishedByNumber, listRelated, tallyPublished } from '../../publishing/store/item.register.store.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { DOWNLOADS } from '../annual-reports/report.page.ts';
import { listReportEntries } from '../annual-reports/report-entries.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import { columnPathOf } from '../items/places.ts';
import { dataPlacesOf } from './data-places.ts';
import { dumpPath, dumpRoutes } from './dumps.routes.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { readSearchQuery } from '../search/search-query.ts';
import { choiceOf, searchOf } from '../search/asked.ts';
import { itemJson } from './item-json.ts';
import { FOR_EVERYBODY, openDataLimit } from './limit.ts';
import { openApiDocument } from './openapi.ts';
import { openDataPage } from './open-data.page.ts';
import { reportCellRoutes } from './report-cells.routes.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const ITEMS_A_PAGE = 100;

/** One item with all it says, and with the items that concern it from either side. */
async function wholeItem(deps: PublishingDeps, line: ItemLine, origin: string) {
  const [[content], related] = await Promise.all([
    readPublicContents(deps, [line]),
    listRelated(deps.queries, line.id),
  ]);
  if (content === undefined) return null;
  return {
    ...itemData(content, dataPlacesOf(origin), deps.today()),
    interpreted: related.some(({ relation, from }) => relation === 'interprets' && from === 'other'),
    related: related.map(({ relation, from, item }) => ({
      relation: from === 'this' ? RELATION_LABEL[relation] : RELATION_REVERSE_LABEL[relation],
      title: item.title,
      url: `${origin}${item.address!}`,
    })),
  };
}

/** The read API, what describes it to programs, and what describes it to people. */
export function openDataRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, site, index, cache, setting, today } = deps;

  /** The same to everybody, so it is kept like a page. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (origin: string) => Promise<unknown>,
  ): Promise<FastifyReply> {
    if (!(await openDataLimit(deps, request, reply))) return reply;
    return cache.answer(
      request,
      reply,
      async () => {
        const data = await make(originOf(deps, request));
        return data === null ? null : { type: JSON_TYPE, headers: FOR_EVERYBODY, body: JSON.stringify(data) };
      },
      { counted: true },
    );
  }

  async function found(request: FastifyRequest, origin: string, fixed: { readonly kind?: 'document' }) {
    const query = { ...readSearchQuery(request.query as Readonly<Record<string, unknown>>), ...fixed };
    const search = searchOf(query, choiceOf(query, await site.columns()), today());
    const slice = { limit: ITEMS_A_PAGE, offset: (query.page - 1) * ITEMS_A_PAGE };
    const { items, total } = await index.search(search, slice);
    return { total, items: items.map(item => itemJson(item, origin)) };
  }

  server.get('/api', async (request, reply) =>
    cache.answer(request, reply, async () => ({ body: openDataPage(await setting(request)).markup })),
  );
  server.get('/api/openapi.json', async (request, reply) =>
    answer(request, reply, async origin => openApiDocument(origin, (await setting(request)).site.name)),
  );
  server.get('/api/items', async (request, reply) => answer(request, reply, origin => found(request, origin, {})));
  server.get('/api/documents', async (request, reply) =>
    answer(request, reply, origin => found(request, origin, { kind: 'document' })),
  );
  server.get<{ Params: { number: string } }>('/api/items/:number', async (request, reply) => {
    if (!/^[1-9]\d{0,14}$/.test(request.params.number)) return reply.callNotFound();
    return answer(request, reply, async origin => {
      const item = await findPublishedByNumber(queries, Number(request.params.number));
      if (item?.publication.visibility.kind !== 'public') return null;
      return wholeItem(deps, item.line, origin);
    });
  });
  server.get('/api/columns', async (request, reply) =>
    answer(request, reply, async origin => {
      const columns = await site.columns();
      const items = columns.map(({ code, agency, parent, name, description, type }) => ({
        code,
        agency,
        parent,
        name,
        description,
        type,
        url: `${origin}${columnPathOf(code)}`,
      }));
      return { total: items.length, items };
    }),
  );
  server.get('/api/reports', async (request, reply) =>
    answer(request, reply, async origin => {
      const items = (await listReportEntries(queries)).map(report => ({
        agency: report.agencyCode,
        agencyName: report.agencyName,
        year: report.year,
        publishedOn: report.publishedOn.toString(),
        url: `${origin}${reportPath(report)}`,
        files: Object.fromEntries(
          DOWNLOADS.map(format => [format, `${origin}${reportPath(report)}.${format}`] as const),
        ),
      }));
      return { total: items.length, items };
    }),
  );
  server.get('/api/dumps', async (request, reply) =>
    answer(request, reply, async origin => {
      const items = (await countPublicByYear(queries)).map(({ year, count }) => ({
        year,
        count,
        url: `${origin}${dumpPath(year)}`,
      }));
      return { total: items.length, items };
    }),
  );
  dumpRoutes(server, deps);
  reportCellRoutes(server, deps);
  server.get('/api/statistics', async (request, reply) =>
    answer(request, reply, async () => {
      const items = await tallyPublished(queries);
      return { total: items.length, items };
    }),
  );
}
