import type { FastifyInstance } from 'fastify';
import { columnsBelow, findColumnCode } from '../../publishing/rules/column.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { PublicLine } from '../../publishing/public-list/public-line.ts';
import { findPublished } from '../../publishing/store/item.register.store.ts';
import { listReportEntries } from '../annual-reports/report-entries.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { columnPage, ITEMS_A_PAGE } from './column.page.ts';
import type { ColumnPage } from './column.page.ts';

/** A page number from an address; undefined where it is none. */
export function readPageNumber(text: unknown): number | undefined {
  if (text === undefined) return 1;
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** The guide that the block 政府信息公开指南 shows: the newest one published in it. */
async function guideIn(
  queries: PublishingDeps['queries'],
  column: Column,
  lines: readonly PublicLine[],
): Promise<ColumnPage['guide']> {
  const line = column.block === 'guide' ? lines.find(({ kind }) => kind === 'guide') : undefined;
  const details = line === undefined ? undefined : (await findPublished(queries, line.id))?.edition.content.details;
  return line === undefined || details?.kind !== 'guide' ? null : { guide: details.guide, line };
}

/** The page of every column, under its code. */
export function columnRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, setting, site, list, cache, today } = deps;
  server.get<{ Params: { column: string }; Querystring: { page?: unknown } }>('/:column', async (request, reply) => {
    const code = findColumnCode(request.params.column);
    const page = readPageNumber(request.query.page);
    if (code === undefined || page === undefined) return reply.callNotFound();
    return cache.answer(request, reply, async () => {
      // A closed column has no page; what was published in it keeps its address.
      const column = (await site.columns()).find(candidate => candidate.code === code);
      const agency = (await site.agencies()).find(candidate => candidate.code === column?.agency);
      if (agency === undefined || column === undefined) return null;
      const columns = await site.columnsOf(agency.code);
      const slice = { limit: ITEMS_A_PAGE, offset: (page - 1) * ITEMS_A_PAGE };
      const { items, total } = await list.list({ columns: columnsBelow(columns, code) }, slice, today());
      if (page > 1 && items.length === 0) return null;
      const guide = await guideIn(queries, column, items);
      const reports =
        column.block === 'annual-reports'
          ? (await listReportEntries(queries)).filter(({ agencyCode }) => agencyCode === agency.code)
          : [];
      const shown = { agency, columns, column, items, total, page, today: today(), guide, reports };
      return { body: columnPage(await setting(request), shown).markup };
    });
  });
}
