import type { Agency } from '../../people/rules/agency.ts';
import { LEVEL_LABEL } from '../../publishing/rules/catalogue/coverage.ts';
import { matterText } from '../../publishing/rules/catalogue/stored-entry.ts';
import type { CatalogueOnDay } from '../../publishing/store/catalogue.register.store.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { descriptionList } from '../../views/description-list/description-list.ts';
import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import { forAgency, GUIDE_PATH } from '../applications/column.ts';
import { itemList, listedItem } from '../items/item-list.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { fieldPath, matterPath, shownFields, STANDARD_CATALOGUE_PATH } from './field-places.ts';

type Entry = CatalogueOnDay['entries'][number];

const TITLE = '基层政务公开';
const NEWEST = 4;
export const ITEMS_A_PAGE = 20;
/** 栏目 of these pages, for the tags. */
const COLUMN = {
  name: TITLE,
  description: '基层政务公开标准目录各领域、各事项的公开内容和已经公开的信息',
  keywords: '基层政务公开,标准目录,试点领域',
  type: '信息公开目录',
} as const;

/** The public items of an entry, the newest first, each once. */
export function itemsOf({ duties }: Entry, { lines }: Pick<CatalogueOnDay, 'lines'>): readonly ItemLine[] {
  const ids = new Set(duties.flatMap(({ items }) => items.map(({ item }) => item)));
  return [...ids]
    .flatMap(id => lines.get(id) ?? [])
    .toSorted((one, other) => Temporal.Instant.compare(other.publishedAt!, one.publishedAt!));
}

/** Why an entry has nothing for anybody here; null where it applies to somebody. */
function reasonNotApplying({ duties }: Entry): string | null {
  const applying = duties.some(({ standing }) => standing !== 'set-aside');
  return applying ? null : (duties[0]?.reason ?? null);
}

function fieldTile(field: string, catalogue: CatalogueOnDay): Html {
  const own = catalogue.entries.filter(({ entry }) => entry.field === field);
  const items = new Set(own.flatMap(one => itemsOf(one, catalogue).map(({ id }) => id)));
  return html`<li class="tile${own.length === 0 && ' unused'}"><h2><a href="${fieldPath(field)}">${field}</a></h2>
<p>${own.length === 0 ? '本地区还没有公布这个领域的目录' : `${own.length} 个事项，公开信息 ${items.size} 条`}</p></li>
`;
}

/** The fields of 基层政务公开, each with what there is. */
export function fieldsPage(setting: PageSetting, catalogue: CatalogueOnDay): Html {
  const held = [...new Set(catalogue.entries.map(({ entry }) => entry.field))];
  return portalPage(setting, {
    path: STANDARD_CATALOGUE_PATH,
    title: TITLE,
    crumbs: [],
    column: COLUMN,
    description: COLUMN.description,
    styles: ['published.css', 'standard-catalogue.css'],
    main: html`<h1>${TITLE}</h1>
<p class="lead">按国务院部门制定的标准目录，逐个领域、逐个事项公开：应当公开什么、由谁公开、什么时候公开，以及已经公开的信息。</p>
<ul class="tiles fields">
${shownFields(held).map(field => fieldTile(field, catalogue))}</ul>
<p class="quiet">目录里没有的信息，可以<a href="${GUIDE_PATH}">依申请公开</a>。</p>`,
  });
}

function fieldsAside(current: string, held: readonly string[]): Html {
  // There are two of them, of which the style shows one; a screen reader tells them apart.
  const links = (label: string) => html`<nav class="columns" aria-label="${label}"><ul>
${shownFields(held).map(
  field => html`<li><a href="${fieldPath(field)}"${field === current && html` aria-current="page"`}>${field}</a></li>
`,
)}</ul>
</nav>
`;
  return html`<div class="columns-place"><details class="columns-folded"><summary>各领域</summary>${links('全部领域')}</details><div class="columns-open"><p class="columns-title">${TITLE}</p>${links('领域')}</div></div>`;
}

function regulations({ entry }: Entry): Html {
  const { elements, basis, deadlineText, publisher, channels, audience, ways, levels } = entry;
  return descriptionList([
    { term: '公开内容', detail: elements },
    basis !== '' && { term: '公开依据', detail: basis },
    deadlineText !== '' && { term: '公开时限', detail: deadlineText },
    publisher !== '' && { term: '公开主体', detail: publisher },
    channels.length > 0 && { term: '公开渠道', detail: channels.join('、') },
    audience !== null && { term: '公开对象', detail: audience === 'everyone' ? '全社会' : '特定群众' },
    ways.length > 0 && {
      term: '公开方式',
      detail: ways.map(way => (way === 'proactive' ? '主动公开' : '依申请公开')).join('、'),
    },
    levels.length > 0 && { term: '公开层级', detail: levels.map(level => LEVEL_LABEL[level]).join('、') },
  ]);
}

/** What is said where an entry has nothing public: the truth, and what can be done. */
function nothingYet(one: Entry, agencies: readonly Agency[]): HtmlValue {
  const reason = reasonNotApplying(one);
  if (reason === '依申请公开')
    return html`<p class="nothing">这个事项依申请公开。<a href="${GUIDE_PATH}">提出申请</a></p>`;
  if (reason !== null) return html`<p class="nothing">本地区没有这个事项：${reason}。</p>`;
  const agency = agencies.find(({ code }) => one.duties.some(duty => duty.agency === code));
  const ask = agency === undefined ? GUIDE_PATH : forAgency(GUIDE_PATH, agency.code);
  return html`<p class="nothing">还没有公开这个事项的信息。需要的，可以向${agency?.shortName ?? '有关机关'}<a href="${ask}">申请公开</a>。</p>`;
}

function matterSection(one: Entry, catalogue: CatalogueOnDay, today: Temporal.PlainDate): Html {
  const { entry } = one;
  const items = itemsOf(one, catalogue);
  const heading = entry.secondItem === '' ? entry.firstItem : entry.secondItem;
  return html`<div class="matter"><h3 id="m-${entry.id}"><a href="${matterPath(entry.field, entry.id)}">${heading}</a></h3>
<p class="matter-elements"><span class="quiet">公开内容：</span>${entry.elements}</p>
${
  items.length === 0
    ? nothingYet(one, catalogue.agencies)
    : itemList(
        items.slice(0, NEWEST).map(line => listedItem(line, today)),
        'compact',
      )
}${items.length > NEWEST && html`<p><a href="${matterPath(entry.field, entry.id)}">全部 ${items.length} 条<span class="unseen">：${heading}</span></a></p>`}
<details><summary>目录的规定</summary>${regulations(one)}</details></div>
`;
}

export type FieldPage = {
  readonly field: string;
  readonly catalogue: CatalogueOnDay;
  /** The fields of all catalogues, for the way to the others. */
  readonly held: readonly string[];
  readonly today: Temporal.PlainDate;
};

/** A field: its matters in the order of the catalogue, with what each demands and what has been published. */
export function fieldPage(setting: PageSetting, { field, catalogue, held, today }: FieldPage): Html {
  const { entries } = catalogue;
  const published = entries.filter(one => itemsOf(one, catalogue).length > 0).length;
  const byFirst = Map.groupBy(entries, ({ entry }) => entry.firstItem);
  return portalPage(setting, {
    path: fieldPath(field),
    title: field,
    crumbs: [{ text: TITLE, href: STANDARD_CATALOGUE_PATH }],
    column: { ...COLUMN, name: field, description: `${field}领域基层政务公开标准目录的公开内容和信息` },
    description: `${field}领域基层政务公开标准目录的公开内容和信息`,
    styles: ['published.css', 'standard-catalogue.css'],
    main: html`<div class="with-columns">${fieldsAside(field, held)}<div>
<h1>${field}</h1>
${
  entries.length === 0
    ? emptyState(
        '本地区还没有公布这个领域的标准目录。',
        html`<p>这个领域的信息可以在<a href="${pageAddress('/search', { q: field })}">公开信息检索</a>中查找，没有公开的可以<a href="${GUIDE_PATH}">依申请公开</a>。</p>`,
      )
    : html`<p class="lead">${entries.length} 个事项，其中 ${published} 个已有公开信息。</p>
${[...byFirst].map(
  ([first, own]) => html`<section class="card" aria-label="${first}"><h2>${first}</h2>
${own.map(one => matterSection(one, catalogue, today))}</section>
`,
)}`
}</div></div>`,
  });
}

export type MatterPage = FieldPage & { readonly one: Entry; readonly page: number };

/** A matter with everything that was published of it. */
export function matterPage(setting: PageSetting, { one, catalogue, field, held, today, page }: MatterPage): Html {
  const items = itemsOf(one, catalogue);
  const shown = items.slice((page - 1) * ITEMS_A_PAGE, page * ITEMS_A_PAGE);
  const path = matterPath(field, one.entry.id);
  const title = matterText(one.entry);
  return portalPage(setting, {
    path,
    title: page === 1 ? title : `${title}（第 ${page} 页）`,
    crumbs: [
      { text: TITLE, href: STANDARD_CATALOGUE_PATH },
      { text: field, href: fieldPath(field) },
    ],
    column: { ...COLUMN, name: title, description: `${field}领域“${title}”的公开信息` },
    description: `${field}领域“${title}”的公开信息`,
    styles: ['published.css', 'standard-catalogue.css'],
    main: html`<div class="with-columns">${fieldsAside(field, held)}<div>
<h1>${title}</h1>
<section class="card" aria-labelledby="rule"><h2 id="rule">目录的规定</h2>${regulations(one)}</section>
<section class="card" aria-labelledby="items"><h2 id="items">公开的信息</h2>
${shown.length === 0 ? nothingYet(one, catalogue.agencies) : itemList(shown.map(line => listedItem(line, today)))}${
      items.length > 0 &&
      pagination({
        page,
        pages: Math.ceil(items.length / ITEMS_A_PAGE),
        total: items.length,
        href: to => pageAddress(path, { page: to === 1 ? null : to }),
      })
    }</section></div></div>`,
  });
}
