import type { FastifyInstance } from 'fastify';
import { countPublicFigures } from '../../applications/store/public-figures.register.store.ts';
import type { ItemKind } from '../../publishing/rules/item-kind.ts';
import type { FacetChoice } from '../../publishing/search-index/facets.ts';
import { hotWords } from '../../publishing/search-index/suggest.ts';
import { listReportEntries } from '../annual-reports/report-entries.ts';
import { agencyInQuestion } from '../applications/guide/receiving-agencies.ts';
import type { PublishingDeps } from '../publishing-deps.ts';
import { homePage } from './home.page.ts';

const NEWEST = 6;
const VOCABULARY = 2000;
const HOT_WORDS = 6;

/** The home page. */
export function homeRoutes(server: FastifyInstance, deps: PublishingDeps): void {
  const { queries, site, list, index, setting, cache, today } = deps;

  const newestOf = async (kind: ItemKind) => (await list.list({ kind }, { limit: NEWEST, offset: 0 }, today())).items;

  async function figuresOf(day: Temporal.PlainDate) {
    const count = async (choice: Partial<FacetChoice>) => (await list.list(choice, { limit: 0, offset: 0 }, day)).total;
    const [publishedThisYear, inForce, applications] = await Promise.all([
      count({ year: day.year }),
      count({ validities: ['in-force', 'amended'] }),
      countPublicFigures(queries, day.with({ month: 1, day: 1 }), day),
    ]);
    return { publishedThisYear, inForce, applications };
  }

  server.get('/', async (request, reply) =>
    cache.answer(request, reply, async () => {
      const agencies = await site.agencies();
      const office = agencyInQuestion(agencies, undefined);
      const columns = office === undefined ? [] : await site.columnsOf(office.code);
      const [reports, documents, interpretations, notices, news, vocabulary, figures] = await Promise.all([
        listReportEntries(queries),
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
