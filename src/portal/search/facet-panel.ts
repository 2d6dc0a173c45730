import type { Agency } from '../../people/rules/agency.ts';
import type { Column } from '../../publishing/rules/column.ts';
import { ITEM_KIND_LABEL } from '../../publishing/rules/item-kind.ts';
import { VALIDITY_LABEL } from '../../publishing/rules/validity.ts';
import { countsOf } from '../../publishing/search-index/facets.ts';
import type { Facet, FacetChoice, FacetGroup } from '../../publishing/search-index/facets.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { searchAddress } from './search-query.ts';
import type { SearchQuery } from './search-query.ts';

/** One value that a list can be narrowed by; `href` takes it, or takes it back where it is chosen. */
type FacetValue = { readonly text: string; readonly count: number; readonly chosen: boolean; readonly href: string };
export type FacetList = { readonly title: string; readonly values: readonly FacetValue[] };

export type FacetSource = {
  readonly query: SearchQuery;
  readonly groups: readonly FacetGroup[];
  readonly choice: FacetChoice;
  readonly agencies: readonly Agency[];
  readonly columns: readonly Column[];
};

type Valued = string | number | boolean;

function listOf<Value extends Valued>(
  { query, groups, choice }: FacetSource,
  facet: Facet,
  title: string,
  facts: {
    readonly valueOf: (group: FacetGroup) => Value | null;
    readonly chosen: (value: Value) => boolean;
    readonly text: (value: Value) => string;
    readonly take: (value: Value) => Partial<SearchQuery>;
    readonly leave: Partial<SearchQuery>;
  },
): FacetList {
  return {
    title,
    values: countsOf(groups, choice, facet, facts.valueOf).map(({ value, count }) => {
      const chosen = facts.chosen(value);
      return {
        text: facts.text(value),
        count,
        chosen,
        href: searchAddress(query, chosen ? facts.leave : facts.take(value)),
      };
    }),
  };
}

/** Themes of the first level; below a chosen one those of the second. */
function themes(source: FacetSource): FacetList {
  const { query } = source;
  const first = query.theme?.split('\\')[0] ?? null;
  return listOf(source, 'theme', '主题', {
    valueOf: ({ theme }) => {
      if (theme === null) return null;
      return first !== null && theme.startsWith(`${first}\\`) ? theme : theme.split('\\')[0]!;
    },
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
  const agencyNames = new Map(agencies.map(({ code, shortName }) => [code, shortName]));
  const columnNames = new Map(columns.map(({ code, name }) => [code, name]));
  const lists = [
    listOf(source, 'kind', '类型', {
      valueOf: ({ kind }) => kind,
      chosen: value => value === query.kind,
      text: value => ITEM_KIND_LABEL[value],
      take: kind => ({ kind }),
      leave: { kind: null },
    }),
    listOf(source, 'validities', '有效性', {
      valueOf: ({ validity }) => validity,
      chosen: value => query.validities.includes(value),
      text: value => VALIDITY_LABEL[value],
      take: validity => ({ validities: [validity] }),
      leave: { validities: [] },
    }),
    listOf(source, 'interpreted', '政策解读', {
      valueOf: ({ interpreted, kind }) => (kind === 'document' ? interpreted : null),
      chosen: value => value === query.interpreted,
      text: value => (value ? '有解读' : '没有解读'),
      take: interpreted => ({ interpreted, kind: 'document' }),
      leave: { interpreted: null },
    }),
    listOf(source, 'agency', '发布机关', {
      valueOf: ({ agency }) => agency,
      chosen: value => value === query.agency,
      text: value => agencyNames.get(value) ?? value,
      take: agency => ({ agency }),
      leave: { agency: null },
    }),
    listOf(source, 'columns', '栏目', {
      valueOf: ({ column }) => columnNames.get(column) ?? null,
      chosen: value => value === query.column,
      text: value => value,
      take: column => ({ column }),
      leave: { column: null },
    }),
    themes(source),
    newestFirst(
      listOf(source, 'year', '发布年份', {
        valueOf: ({ year }) => year,
        chosen: value => value === query.year,
        text: value => `${value} 年`,
        take: year => ({ year }),
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
