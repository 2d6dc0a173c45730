import type { FastifyInstance } from 'fastify';
import { listPublishingAgencies } from '../../applications/store/answered.register.store.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import { listPublished } from '../../publishing/store/item.register.store.ts';
import { ANSWERED_PATH, GUIDE_PATH } from '../applications/column.ts';
import { GAZETTE_PATH } from '../gazette/gazette.page.ts';
import { AGENCIES_PATH, agencyPath, columnPathOf, SITE_MAP_PATH } from '../items/places.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { STANDARD_CATALOGUE_PATH } from '../standard-catalogue/field-places.ts';
import { MOST_ADDRESSES, sitemapIndexXml, sitemapXml } from './sitemap-xml.ts';
import type { SitemapEntry } from './sitemap-xml.ts';
import { siteMapPage } from './site-map.page.ts';

const XML = 'application/xml; charset=utf-8';
const plain = (address: string): SitemapEntry => ({ address, changedAt: null });

/** 网站地图 for people, sitemaps for programs, and what programs are asked to leave alone. */
export function siteMapRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, setting, cache } = deps;

  server.get(SITE_MAP_PATH, async (request, reply) =>
    cache.answer(request, reply, async () => {
      const [agencies, columns, answering] = await Promise.all([
        listAgencies(queries),
        listColumns(queries),
        listPublishingAgencies(queries),
      ]);
      const isThere = (href: string) => href !== ANSWERED_PATH || answering.length > 0;
      return { body: siteMapPage(await setting(request), agencies, columns, isThere).markup };
    }),
  );

  async function standing(): Promise<readonly SitemapEntry[]> {
    const [agencies, columns] = await Promise.all([listAgencies(queries), listColumns(queries)]);
    return [
      ...['/', AGENCIES_PATH, GUIDE_PATH, '/annual-reports', STANDARD_CATALOGUE_PATH, GAZETTE_PATH, SITE_MAP_PATH].map(
        plain,
      ),
      ...agencies.map(({ code }) => plain(agencyPath(code))),
      ...columns.map(({ code }) => plain(columnPathOf(code))),
    ];
  }

  server.get('/sitemap.xml', async (request, reply) =>
    cache.answer(request, reply, async () => {
      const { total } = await listPublished(queries, {}, { limit: 1, offset: 0 });
      const parts = Math.ceil(total / MOST_ADDRESSES);
      const addresses = [
        '/sitemap/pages.xml',
        ...Array.from({ length: parts }, (_, part) => `/sitemap/items-${part + 1}.xml`),
      ];
      return { type: XML, body: sitemapIndexXml(originOf(deps, request), addresses) };
    }),
  );
  server.get('/sitemap/pages.xml', async (request, reply) =>
    cache.answer(request, reply, async () => ({
      type: XML,
      body: sitemapXml(originOf(deps, request), await standing()),
    })),
  );
  server.get<{ Params: { part: string } }>('/sitemap/:part', async (request, reply) => {
    const part = /^items-(?<part>[1-9]\d{0,3})\.xml$/.exec(request.params.part)?.groups?.['part'];
    if (part === undefined) return reply.callNotFound();
    return cache.answer(request, reply, async () => {
      const offset = (Number(part) - 1) * MOST_ADDRESSES;
      const { items } = await listPublished(queries, {}, { limit: MOST_ADDRESSES, offset });
      if (items.length === 0) return null;
      const entries = items.map(line => ({ address: line.address!, changedAt: line.correctedAt ?? line.publishedAt }));
      return { type: XML, body: sitemapXml(originOf(deps, request), entries) };
    });
  });
  server.get('/robots.txt', async (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nDisallow: /office\nDisallow: /applications/status\nSitemap: ${originOf(deps, request)}/sitemap.xml\n`,
      ),
  );
}
