import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { EVERYTHING } from '../../publishing/search-index/facets.ts';
import { foldText } from '../../publishing/search-index/fold-text.ts';
import type { FoundItem, Search, SearchIndex } from '../../publishing/search-index/search-index.ts';
import { hitWeight, LEAST_WEIGHT, tellingTerms } from './hit-weight.ts';
import type { PublicHit, PublicIndex } from './public-index.ts';

const searchFor = (question: string, today: Temporal.PlainDate): Search => ({
  question,
  scope: 'everywhere',
  choice: EVERYTHING,
  documentNumber: { prefix: null, year: null, serial: null },
  from: null,
  to: null,
  order: 'relevance',
  today,
});

/** Words of a whole sentence seldom stand together in one text: the more telling half of them is tried next. */
const TRIED = 4;

/** Everything that was published, for 先查一查: the question as it is, then its telling words one by one. */
export function publishedIndex(index: SearchIndex, queries: Queries, today: () => Temporal.PlainDate): PublicIndex {
  return async (words, most) => {
    const slice = { limit: most, offset: 0 };
    const whole = await index.search(searchFor(words, today()), slice);
    const terms = tellingTerms(words);
    const found = new Map<string, FoundItem>(whole.items.map(item => [item.address, item]));
    if (found.size < most)
      for (const term of terms.toSorted((one, other) => other.length - one.length).slice(0, TRIED * 2))
        for (const item of (await index.search(searchFor(term, today()), slice)).items) found.set(item.address, item);
    const names = new Map((await listAgencies(queries)).map(({ code, name }) => [code, name]));
    const exact = new Set(whole.items.map(({ address }) => address));
    const hits = [...found.values()].map((item): PublicHit => {
      const passage = item.snippet?.pieces.map(({ text }) => text).join('') ?? '';
      return {
        title: item.title,
        href: item.address,
        kind: `${ITEM_KIND_LABEL[item.kind]} · ${names.get(item.agency) ?? item.issuer}`,
        publishedOn: item.publishedOn,
        weight: exact.has(item.address) ? 1 : hitWeight(terms, `${item.title} ${passage} ${foldText(item.issuer)}`),
      };
    });
    return hits
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, most);
  };
}
