import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyText } from '../../publishing/rules/body.ts';
import { RELATION_LABEL, RELATION_REVERSE_LABEL } from '../../publishing/rules/content.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { validityOn, VALIDITY_LABEL } from '../../publishing/rules/validity.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import { findPublishedByNumber, listRelated, tallyPublished } from '../../publishing/store/item.register.store.ts';
import type { PublishedItem, RelatedItem } from '../../publishing/store/item.register.store.ts';
import { attachmentPath, columnPathOf } from '../items/places.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { readSearchQuery } from '../search/search-query.ts';
import { choiceOf, searchOf } from '../search/asked.ts';
import { itemJson } from './item-json.ts';
import { openDataLimit } from './limit.ts';
import { openApiDocument } from './openapi.ts';
import { openDataPage } from './open-data.page.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const ITEMS_A_PAGE = 100;
/** Anybody's page may read what anybody may read. */
const FOR_EVERYBODY = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

function wholeItemJson(
  { line, edition: { content }, attachments }: PublishedItem,
  related: readonly RelatedItem[],
  origin: string,
  today: Temporal.PlainDate,
) {
  const validity = line.normative === null ? null : validityOn(line.normative, today);
  return {
    number: line.number,
    title: content.title,
    url: `${origin}${line.address!}`,
    agency: line.agency,
    column: line.column,
    kind: line.kind,
    kindLabel: ITEM_KIND_LABEL[line.kind],
    genre: content.genre,
    theme: content.theme,
    issuer: content.issuer,
    documentNumber: content.documentNumber,
    madeOn: content.madeOn?.toString() ?? null,
    publishedAt: line.publishedAt!.toString(),
    publishedOn: line.publishedOn!.toString(),
    validity,
    validityLabel: validity === null ? null : VALIDITY_LABEL[validity],
    interpreted: related.some(({ relation, from }) => relation === 'interprets' && from === 'other'),
    indexNumber: line.indexNumber,
    keywords: content.keywords,
    source: content.source,
    text: bodyText(content.body),
    attachments: attachments.map(one => ({
      title: one.title,
      url: `${origin}${attachmentPath(one)}`,
      mediaType: one.mediaType,
      bytes: one.bytes,
      sha256: one.sha256,
    })),
    related: related.map(({ relation, from, item }) => ({
      relation: from === 'this' ? RELATION_LABEL[relation] : RELATION_REVERSE_LABEL[relation],
      title: item.title,
      url: `${origin}${item.address!}`,
    })),
  };
}

/** The read API, what describes it to programs, and what describes it to people. */
export function openDataRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, index, cache, setting, today } = deps;

  /** The same to everybody, so it is kept like a page. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (origin: string) => Promise<unknown>,
  ): Promise<FastifyReply> {
    if (!(await openDataLimit(deps, request, reply))) return reply;
    return cache.answer(request, reply, async () => {
      const data = await make(originOf(deps, request));
      return data === null ? null : { type: JSON_TYPE, headers: FOR_EVERYBODY, body: JSON.stringify(data) };
    });
  }

  async function found(request: FastifyRequest, origin: string, fixed: { readonly kind?: 'document' }) {
    const query = { ...readSearchQuery(request.query as Readonly<Record<string, unknown>>), ...fixed };
    const search = searchOf(query, choiceOf(query, await listColumns(queries)), today());
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
      return wholeItemJson(item, await listRelated(queries, item.line.id), origin, today());
    });
  });
  server.get('/api/columns', async (request, reply) =>
    answer(request, reply, async origin => {
      const columns = await listColumns(queries);
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
  server.get('/api/statistics', async (request, reply) =>
    answer(request, reply, async () => {
      const items = await tallyPublished(queries);
      return { total: items.length, items };
    }),
  );
}
