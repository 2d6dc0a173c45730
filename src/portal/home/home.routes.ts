import type { FastifyInstance } from 'fastify';
import { countPublicFigures } from '../../applications/store/public-figures.register.store.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { ItemKind } from '../../publishing/rules/item-kind.ts';
import { hotWords } from '../../publishing/search-index/suggest.ts';
import { listColumns } from '../../publishing/store/column.register.store.ts';
import { listPublished } from '../../publishing/store/item.register.store.ts';
import { listReportEntries } from '../annual-reports/report-entries.ts';
import { agencyInQuestion } from '../applications/guide/receiving-agencies.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { homePage } from './home.page.ts';

const NEWEST = 6;
const VOCABULARY = 2000;
const HOT_WORDS = 6;

/** The home page. */
export function homeRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, index, setting, cache, today } = deps;

  const newestOf = async (kind: ItemKind) =>
    (await listPublished(queries, { kinds: [kind] }, { limit: NEWEST, offset: 0 })).items;

  async function figuresOf(day: Temporal.PlainDate) {
    const count = async (filter: Parameters<typeof listPublished>[1]) =>
      (await listPublished(queries, filter, { limit: 1, offset: 0 })).total;
    const validity = (is: 'in-force' | 'amended') => count({ validity: { is, on: day } });
    const [publishedThisYear, inForce, amended, applications] = await Promise.all([
      count({ year: day.year }),
      validity('in-force'),
      validity('amended'),
      countPublicFigures(queries, day.with({ month: 1, day: 1 }), day),
    ]);
    return { publishedThisYear, inForce: inForce + amended, applications };
  }

  server.get('/', async (request, reply) =>
    cache.answer(request, reply, async () => {
      const agencies = await listAgencies(queries);
      const office = agencyInQuestion(agencies, undefined);
      const [reports, columns, documents, interpretations, notices, news, vocabulary, figures] = await Promise.all([
        listReportEntries(queries),
        office === undefined ? [] : listColumns(queries, office.code),
        newestOf('document'),
        newestOf('interpretation'),
        newestOf('notice'),
        newestOf('news'),
        index.vocabulary(VOCABULARY),
        figuresOf(today()),
      ]);
      const page = homePage(await setting(request), {
        reports,
        office,
        columns,
        documents,
        interpretations,
        notices,
        news,
        hotWords: hotWords(
          vocabulary,
          HOT_WORDS,
          columns.map(({ name }) => name),
        ),
        figures,
        today: today(),
      });
      return { body: page.markup };
    }),
  );
}
