import { findAgencyCode } from '../../people/rules/agency.ts';
import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import { ITEM_KIND_LABEL, ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import { VALIDITIES, VALIDITY_LABEL } from '../../publishing/rules/validity.ts';
import { countsOf } from '../../publishing/search-index/facets.ts';
import type { Facet, FacetCounts } from '../../publishing/search-index/facets.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { searchAddress } from './search-query.ts';
import type { SearchQuery } from './search-query.ts';

/** One value that a list can be narrowed by; `href` takes it, or takes it back where it is chosen. */
type FacetValue = { readonly text: string; readonly count: number; readonly chosen: boolean; readonly href: string };
export type FacetList = { readonly title: string; readonly values: readonly FacetValue[] };

export type FacetSource = {
  readonly query: SearchQuery;
  readonly counts: FacetCounts;
  readonly agencies: readonly Agency[];
  readonly columns: readonly Column[];
};

/** What a facet shows of its values, and where each leads. */
type FacetLook = {
  /** What is shown for a value, where several are shown as one; null for none. */
  readonly shown?: (value: string) => string | null;
  readonly chosen: (value: string) => boolean;
  readonly text: (value: string) => string;
  readonly take: (value: string) => Partial<SearchQuery>;
  readonly leave: Partial<SearchQuery>;
};

function listOf({ query, counts }: FacetSource, facet: Facet, title: string, look: FacetLook): FacetList {
  return {
    title,
    values: countsOf(counts, facet, look.shown).map(({ value, count }) => {
      const chosen = look.chosen(value);
      return {
        text: look.text(value),
        count,
        chosen,
        href: searchAddress(query, chosen ? look.leave : look.take(value)),
      };
    }),
  };
}

/** Themes of the first level; below a chosen one those of the second. */
function themes(source: FacetSource): FacetList {
  const { query } = source;
  const first = query.theme?.split('\\')[0] ?? null;
  return listOf(source, 'theme', '主题', {
    shown: theme => (first !== null && theme.startsWith(`${first}\\`) ? theme : theme.split('\\')[0]!),
    chosen: value => value === query.theme,
    text: value => value.split('\\').at(-1)!,
    take: theme => ({ theme }),
    leave: { theme: null },
  });
}

const newestFirst = ({ title, values }: FacetList): FacetList => ({
  title,
  values: values.toSorted((one, other) => (one.text < other.text ? 1 : -1)),
});

/** Everything that a list can be narrowed by, with how many items each choice shows. */
export function facetLists(source: FacetSource): readonly FacetList[] {
  const { query, agencies, columns } = source;
  const agencyNames = new Map<string, string>(agencies.map(({ code, shortName }) => [code, shortName]));
  const columnNames = new Map<string, string>(columns.map(({ code, name }) => [code, name]));
  const kindOf = (value: string) => ITEM_KINDS.find(kind => kind === value)!;
  const validityOf = (value: string) => VALIDITIES.find(validity => validity === value)!;
  const lists = [
    listOf(source, 'kind', '类型', {
      chosen: value => value === query.kind,
      text: value => ITEM_KIND_LABEL[kindOf(value)],
      take: value => ({ kind: kindOf(value) }),
      leave: { kind: null },
    }),
    listOf(source, 'validities', '有效性', {
      chosen: value => query.validities.includes(validityOf(value)),
      text: value => VALIDITY_LABEL[validityOf(value)],
      take: value => ({ validities: [validityOf(value)] }),
      leave: { validities: [] },
    }),
    listOf(source, 'interpreted', '政策解读', {
      chosen: value => (value === 'true') === query.interpreted,
      text: value => (value === 'true' ? '有解读' : '没有解读'),
      take: value => ({ interpreted: value === 'true', kind: 'document' }),
      leave: { interpreted: null },
    }),
    listOf(source, 'agency', '发布机关', {
      chosen: value => value === query.agency,
      text: value => agencyNames.get(value) ?? value,
      take: value => ({ agency: findAgencyCode(value) ?? null }),
      leave: { agency: null },
    }),
    listOf(source, 'columns', '栏目', {
      shown: code => columnNames.get(code) ?? null,
      chosen: value => value === query.column,
      text: value => value,
      take: column => ({ column }),
      leave: { column: null },
    }),
    themes(source),
    newestFirst(
      listOf(source, 'year', '发布年份', {
        chosen: value => Number(value) === query.year,
        text: value => `${value} 年`,
        take: value => ({ year: Number(value) }),
        leave: { year: null },
      }),
    ),
  ];
  return lists.filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen));
}

const SHOWN = 6;

const valueLine = ({ text, count, chosen, href }: FacetValue): Html =>
  html`<li><a href="${href}"${chosen && html` class="chosen" aria-current="true"`}><span>${text}${chosen && html`<span class="unseen">（已选，点击取消）</span>`}</span><span class="facet-count">${count}</span></a></li>
`;

function facetList({ title, values }: FacetList): Html {
  const inSight = values.filter(({ chosen }, index) => chosen || index < SHOWN);
  const rest = values.filter(value => !inSight.includes(value));
  return html`<section><h3>${title}</h3><ul>${inSight.map(valueLine)}</ul>${
    rest.length > 0 && html`<details><summary>更多${title}</summary><ul>${rest.map(valueLine)}</ul></details>`
  }</section>
`;
}

/** The choices beside the list; on a phone they fold away above it. */
export function facetPanel(lists: readonly FacetList[]): Html {
  const inside = html`${lists.map(facetList)}`;
  return html`<details class="facets-folded"><summary>筛选</summary><div class="facets"><h2 class="unseen">筛选</h2>${inside}</div></details><nav class="facets facets-open" aria-labelledby="facets-title"><h2 id="facets-title">筛选</h2>${inside}</nav>
`;
}
