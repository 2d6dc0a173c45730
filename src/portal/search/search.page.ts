import type { Agency } from '../../people/rules/agency.ts';
import type { FoundItem, Found } from '../../publishing/search-index/search-index.ts';
import type { Piece } from '../../publishing/search-index/snippet.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import { tag } from '../../views/tag/tag.ts';
import { GUIDE_PATH, NEW_PATH } from '../applications/column.ts';
import { itemList } from '../items/item-list.ts';
import type { ListedItem } from '../items/item-list.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { facetLists, facetPanel } from './facet-panel.ts';
import type { FacetSource } from './facet-panel.ts';
import { searchForm } from './search-form.ts';
import { isNarrowed, SEARCH_PATH, searchAddress } from './search-query.ts';

export const FOUND_A_PAGE = 20;
/** Further pages are not offered: whoever has not found it in so many narrows the question. */
const MOST_PAGES = 500;

export type SearchPage = FacetSource & {
  readonly found: Found;
  /** 您是不是要找. */
  readonly suggestion: string | undefined;
  readonly hotWords: readonly string[];
  /** The agency to which one turns with what is not published. */
  readonly receiving: Agency | undefined;
};

const pieces = (marked: readonly Piece[]): HtmlValue =>
  marked.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text));

function listed(item: FoundItem, agencyNames: ReadonlyMap<string, string>): ListedItem {
  const { snippet } = item;
  return {
    title: pieces(item.titlePieces),
    href: item.address,
    day: item.publishedOn,
    validity: item.validity,
    facts: [item.documentNumber, agencyNames.get(item.agency) ?? null, item.interpreted && '有解读'],
    ...(snippet !== null && {
      passage: html`${snippet.attachment !== null && html`${tag(`附件《${snippet.attachment}》`)} `}${pieces(snippet.pieces)}`,
    }),
  };
}

function didYouMean({ query, suggestion }: SearchPage): Html | null {
  if (suggestion === undefined) return null;
  return html`<p class="suggestion">您是不是要找：<a href="${searchAddress(query, { words: suggestion })}">${suggestion}</a></p>
`;
}

/** Nothing found is no dead end: wider, otherwise, or 依申请公开 with the words already in the form. */
function nothing(page: SearchPage): Html {
  const { query, receiving } = page;
  const described = [query.words, query.prefix].filter(text => text !== null && text !== '').join(' ');
  const apply =
    receiving === undefined
      ? GUIDE_PATH
      : pageAddress(NEW_PATH, { agency: query.agency ?? receiving.code, description: described });
  return html`<div class="card nothing"><h2>没有找到符合条件的公开信息</h2>
<ul>${isNarrowed(query) && html`<li><a href="${pageAddress(SEARCH_PATH, { q: query.words })}">去掉筛选条件再找</a></li>`}<li>换一个说法，或者少写几个字；</li><li>也许还没有公开：<a href="${apply}">向行政机关申请公开${described !== '' && `“${described}”`}</a>，不收费，20 个工作日内答复。</li></ul></div>
`;
}

function hot({ hotWords }: SearchPage): Html | null {
  if (hotWords.length === 0) return null;
  return html`<p class="hot-words"><span>热词</span>${hotWords.map(word => html`<a href="${pageAddress(SEARCH_PATH, { q: word })}">${word}</a>`)}</p>
`;
}

function orders({ query }: SearchPage): Html | null {
  if (query.words === '') return null;
  const order = (value: typeof query.order, text: string) =>
    html`<a href="${searchAddress(query, { order: value })}"${query.order === value && html` aria-current="true"`}>${text}</a>`;
  return html`<span class="orders"><span>排序：</span>${order('relevance', '按相关度')}${order('newest', '按时间')}</span>`;
}

function results(page: SearchPage): Html {
  const { query, found, agencies } = page;
  if (found.total === 0) return nothing(page);
  const names = new Map<string, string>(agencies.map(({ code, shortName }) => [code, shortName]));
  const exports = [
    ['xlsx', 'Excel'],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const;
  return html`<div class="results-head"><p role="status">共找到 <strong>${found.total}</strong> 条</p>${orders(page)}</div>
<section class="card" aria-label="查找结果">${itemList(found.items.map(item => listed(item, names)))}${pagination({
    page: query.page,
    pages: Math.min(MOST_PAGES, Math.ceil(found.total / FOUND_A_PAGE)),
    total: found.total,
    href: to => searchAddress(query, { page: to }),
  })}<p class="take-home quiet">导出目录：${exports.map(([format, text]) => html`<a href="${searchAddress(query, {}, `${SEARCH_PATH}.${format}`)}" download>${text}</a>`)}</p></section>`;
}

const titleOf = ({ query }: SearchPage): string => {
  if (query.words !== '') return `查找“${query.words}”`;
  return query.kind === 'document' ? '政策文件库' : '公开信息检索';
};

/** The list of everything public: by words, by 文号, by what is chosen; its address holds all of that. */
export function searchPage(setting: PageSetting, page: SearchPage): Html {
  const lists = facetLists(page);
  return portalPage(setting, {
    path: SEARCH_PATH,
    title: titleOf(page),
    crumbs: [],
    column: {
      name: '公开信息检索',
      description: '在本地区各行政机关公开的信息中按标题、正文、附件、文号和类别检索',
      keywords: '政府信息公开,检索,政策文件',
      type: '政策文件',
    },
    description: '检索本地区各行政机关公开的信息',
    styles: ['published.css'],
    main: html`<h1>${page.query.words === '' ? titleOf(page) : '公开信息检索'}</h1>
${searchForm(page.query)}${hot(page)}${didYouMean(page)}<div class="${lists.length > 0 && 'with-facets'}">${lists.length > 0 && html`<div>${facetPanel(lists)}</div>`}<div>${results(page)}</div></div>`,
  });
}
