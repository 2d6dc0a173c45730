import type { FastifyInstance } from 'fastify';
import { downloadOf } from '../../platform/press/download.ts';
import { hotWords, suggestFor } from '../../publishing/search-index/suggest.ts';
import { agencyInQuestion } from '../applications/guide/receiving-agencies.ts';
import { itemJson } from '../open-data/item-json.ts';
import { EXPORT_WEIGHT, openDataLimit, pageLimit } from '../open-data/limit.ts';
import { originOf } from '../publishing-deps.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { exportCsv, exportLines, exportWorkbook } from './list-export.ts';
import { choiceOf, searchOf } from './asked.ts';
import { readSearchQuery, SEARCH_PATH } from './search-query.ts';
import { FOUND_A_PAGE, searchPage } from './search.page.ts';

type Asked = { Querystring: Readonly<Record<string, unknown>> };

/** How many titles suggestions are made from, and keywords hot words. */
const VOCABULARY = 5000;
const HOT_WORDS = 8;
const MOST_EXPORTED = 10_000;

/** The list of everything public, and its exports. */
export function searchRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { site, index, cache, setting, press, today } = deps;

  server.get<Asked>(SEARCH_PATH, async (request, reply) => {
    if (!(await pageLimit(deps, request, reply, 'search'))) return reply;
    return cache.answer(request, reply, async () => {
      const query = readSearchQuery(request.query);
      const [agencies, columns, vocabulary] = await Promise.all([
        site.agencies(),
        site.columns(),
        index.vocabulary(VOCABULARY),
      ]);
      const choice = choiceOf(query, columns);
      const slice = { limit: FOUND_A_PAGE, offset: (query.page - 1) * FOUND_A_PAGE };
      const found = await index.search(searchOf(query, choice, today()), slice);
      const page = searchPage(await setting(request), {
        query,
        found,
        counts: found.counts,
        agencies,
        columns,
        suggestion: found.found === 0 && query.words !== '' ? suggestFor(query.words, vocabulary) : undefined,
        hotWords: hotWords(
          vocabulary,
          HOT_WORDS,
          columns.map(({ name }) => name),
        ),
        receiving: agencyInQuestion(agencies, query.agency ?? undefined),
      });
      return { body: page.markup };
    });
  });

  for (const format of ['csv', 'xlsx', 'json'] as const)
    server.get<Asked>(`${SEARCH_PATH}.${format}`, async (request, reply) => {
      if (!(await openDataLimit(deps, request, reply, EXPORT_WEIGHT))) return reply;
      const query = readSearchQuery(request.query);
      const [agencies, columns] = await Promise.all([site.agencies(), site.columns()]);
      const slice = { limit: MOST_EXPORTED, offset: 0 };
      const { items, total } = await index.search(searchOf(query, choiceOf(query, columns), today()), slice);
      const origin = originOf(deps, request);
      const fileName = `公开信息目录.${format}`;
      if (format === 'json') {
        const body = JSON.stringify({ total, items: items.map(item => itemJson(item, origin)) }, null, 1);
        const { headers, bytes } = downloadOf(
          new TextEncoder().encode(body),
          fileName,
          'items.json',
          'application/json; charset=utf-8',
        );
        return reply.headers(headers).send(bytes);
      }
      const lines = exportLines(items, { agencies, columns, origin });
      const { headers, bytes } =
        format === 'csv'
          ? downloadOf(new TextEncoder().encode(exportCsv(lines)), fileName, 'items.csv', 'text/csv; charset=utf-8')
          : downloadOf(
              await press.workbook(exportWorkbook(lines, (await setting(request)).site.name)),
              fileName,
              'items.xlsx',
              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            );
      return reply.headers(headers).send(bytes);
    });
}
