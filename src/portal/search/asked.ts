import type { Column } from '../../publishing/rules/column.ts';
import type { FacetChoice } from '../../publishing/search-index/facets.ts';
import type { Search } from '../../publishing/search-index/search-index.ts';
import type { SearchQuery } from './search-query.ts';

/** What is chosen, with the codes of the columns that bear the name. */
export function choiceOf(query: SearchQuery, columns: readonly Column[]): FacetChoice {
  const { agency, column, theme, kind, year, validities, interpreted } = query;
  return {
    agency,
    columns: column === null ? null : columns.filter(({ name }) => name === column).map(({ code }) => code),
    theme,
    kind,
    year,
    validities: validities.length === 0 ? null : validities,
    interpreted,
  };
}

/** What an address asks of the index. */
export function searchOf(query: SearchQuery, choice: FacetChoice, today: Temporal.PlainDate): Search {
  const { words, scope, prefix, numberYear, serial, from, to, order } = query;
  return {
    question: words,
    scope,
    choice,
    documentNumber: { prefix, year: numberYear, serial },
    from,
    to,
    order,
    today,
  };
}
