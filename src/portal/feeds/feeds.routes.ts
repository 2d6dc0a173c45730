import type { FastifyInstance } from 'fastify';
import { columnsBelow, findColumnCode } from '../../publishing/rules/column.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import { findPublished } from '../../publishing/store/item.register.store.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { jsonFeed, rssFeed } from './feeds.ts';
import type { Feed } from './feeds.ts';

const ITEMS = 20;
const WRITERS = {
  xml: { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const;

async function feedOf(deps: PublishingDeps, code: ColumnCode, origin: string): Promise<Feed | null> {
  const { queries, site, list, today } = deps;
  const columns = await site.columns();
  const column = columns.find(candidate => candidate.code === code);
  const agency = (await site.agencies()).find(candidate => candidate.code === column?.agency);
  if (column === undefined || agency === undefined) return null;
  const choice = { columns: columnsBelow(columns, code) };
  const { items } = await list.list(choice, { limit: ITEMS, offset: 0 }, today());
  const whole = await Promise.all(items.map(({ id }) => findPublished(queries, id)));
  return { column, agencyName: agency.name, items: whole.filter(item => item !== undefined), origin };
}

/** Every column as a feed, in two formats. */
export function feedRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  server.get<{ Params: { feed: string } }>('/feeds/:feed', async (request, reply) => {
    const { name, format } = /^(?<name>[a-z0-9-]+)\.(?<format>xml|json)$/.exec(request.params.feed)?.groups ?? {};
    const code = findColumnCode(name ?? '');
    if (code === undefined) return reply.callNotFound();
    const { type, write } = WRITERS[format as keyof typeof WRITERS];
    return deps.cache.answer(request, reply, async () => {
      const feed = await feedOf(deps, code, originOf(deps, request));
      return feed === null ? null : { type, body: write(feed) };
    });
  });
}
