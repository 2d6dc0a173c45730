import { findAgencyCode } from '../../people/rules/agency.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import type { ItemKind } from '../../publishing/rules/item-kind.ts';
import { isTheme } from '../../publishing/rules/themes.ts';
import { VALIDITIES } from '../../publishing/rules/validity.ts';
import type { Validity } from '../../publishing/rules/validity.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import type { Query } from '../../views/page-address/page-address.ts';

type Day = Temporal.PlainDate;

export const SEARCH_PATH = '/search';

/** What the address of a list asks for; whatever in it makes no sense is passed over. */
export type SearchQuery = {
  readonly words: string;
  readonly scope: 'everywhere' | 'title';
  readonly agency: AgencyCode | null;
  /** The name of columns, in whatever agencies. */
  readonly column: string | null;
  readonly theme: string | null;
  readonly kind: ItemKind | null;
  readonly year: number | null;
  readonly validities: readonly Validity[];
  readonly interpreted: boolean | null;
  /** 文号 in three boxes. */
  readonly prefix: string | null;
  readonly numberYear: number | null;
  readonly serial: number | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly order: 'relevance' | 'newest';
  readonly page: number;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const numberOf = (value: unknown, form: RegExp): number | null =>
  form.test(textOf(value)) ? Number(textOf(value)) : null;

function dayOf(value: unknown): Day | null {
  const text = textOf(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const orNull = (text: string, longest: number): string | null => (text === '' || text.length > longest ? null : text);
const INTERPRETED = { yes: true, no: false } as const;

export function readSearchQuery(query: Readonly<Record<string, unknown>>): SearchQuery {
  const asked = new Set([query['validity']].flat());
  const theme = textOf(query['theme']);
  const interpreted = textOf(query['interpreted']);
  return {
    words: textOf(query['q']).slice(0, 100),
    scope: query['scope'] === 'title' ? 'title' : 'everywhere',
    agency: findAgencyCode(textOf(query['agency'])) ?? null,
    column: orNull(textOf(query['column']), 30),
    theme: isTheme(theme) ? theme : null,
    kind: ITEM_KINDS.find(kind => kind === query['kind']) ?? null,
    year: numberOf(query['year'], /^(?:19|20)\d\d$/),
    validities: VALIDITIES.filter(validity => asked.has(validity)),
    interpreted: interpreted === 'yes' || interpreted === 'no' ? INTERPRETED[interpreted] : null,
    prefix: orNull(textOf(query['prefix']), 20),
    numberYear: numberOf(query['nyear'], /^(?:19|20)\d\d$/),
    serial: numberOf(query['serial'], /^[1-9]\d{0,5}$/),
    from: dayOf(query['from']),
    to: dayOf(query['to']),
    order: query['order'] === 'newest' ? 'newest' : 'relevance',
    page: numberOf(query['page'], /^[1-9]\d{0,4}$/) ?? 1,
  };
}

/** What stands in the address for a query; standard values are left out, so that one list has one address. */
export function queryText(query: SearchQuery): Query {
  const { interpreted } = query;
  return {
    q: query.words,
    scope: query.scope === 'title' ? 'title' : null,
    agency: query.agency,
    column: query.column,
    theme: query.theme,
    kind: query.kind,
    year: query.year,
    validity: query.validities,
    interpreted: interpreted === null ? null : interpreted ? 'yes' : 'no',
    prefix: query.prefix,
    nyear: query.numberYear,
    serial: query.serial,
    from: query.from?.toString() ?? null,
    to: query.to?.toString() ?? null,
    order: query.order === 'newest' ? 'newest' : null,
    page: query.page === 1 ? null : query.page,
  };
}

/** The address of the list, or of its export, with some things changed; a change leads to the first page. */
export function searchAddress(
  query: SearchQuery,
  changes: Partial<SearchQuery> = {},
  path: string = SEARCH_PATH,
): string {
  return pageAddress(path, queryText({ ...query, page: 1, ...changes }));
}

/** Whether anything narrows the list besides the words. */
export function isNarrowed(query: SearchQuery): boolean {
  const { words: _words, page: _page, order: _order, ...rest } = query;
  return Object.values(queryText({ ...rest, words: '', page: 1, order: 'relevance' })).some(value =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== '',
  );
}
