import type { Agency } from '../../people/rules/agency.ts';
import { columnPath } from '../../publishing/rules/column.ts';
import type { Column } from '../../publishing/rules/column.ts';
import type { ColumnCode } from '../../publishing/rules/ids.ts';
import type { Guide } from '../../publishing/rules/guide.ts';
import type { PublicLine } from '../../publishing/public-list/public-line.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { hiddenField } from '../../views/form/hidden-field.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { pageAddress } from '../../views/page-address/page-address.ts';
import { pagination } from '../../views/pagination/pagination.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import type { ReportEntry } from '../annual-reports/report-entry.ts';
import { APPLICATIONS_COLUMN, forAgency, GUIDE_PATH } from '../applications/column.ts';
import { itemList, listedItem } from '../items/item-list.ts';
import { columnFacts, columnPathOf, crumbsOf, feedPath } from '../items/places.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { SEARCH_PATH } from '../search/search-query.ts';
import { besideColumns } from './column-tree.ts';
import { guideView } from './guide-view.ts';

export const ITEMS_A_PAGE = 20;

export type ColumnPage = {
  readonly agency: Agency;
  /** All columns of the agency. */
  readonly columns: readonly Column[];
  readonly column: Column;
  readonly items: readonly PublicLine[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly today: Temporal.PlainDate;
  /** The guide that stands here, where this is its block. */
  readonly guide: { readonly guide: Guide; readonly line: PublicLine } | null;
  /** The annual reports of the agency, where this is their block; empty elsewhere. */
  readonly reports: readonly ReportEntry[];
};

/** A search of what this agency has published here. */
function columnSearch({ agency, column }: ColumnPage): Html {
  return html`<form class="site-search column-search" method="get" action="${SEARCH_PATH}" role="search" aria-label="在${column.name}中查找">
${hiddenField('agency', agency.code)}${hiddenField('column', column.name)}<label class="unseen" for="column-search">在${column.name}中查找</label><input id="column-search" name="q" type="search" placeholder="在${column.name}中查找"><button type="submit">查找</button>
</form>
`;
}

const EXPORTS = [
  { format: 'xlsx', text: 'Excel' },
  { format: 'csv', text: 'CSV' },
  { format: 'json', text: 'JSON' },
] as const;

function takeHome({ agency, column }: ColumnPage): Html {
  const query = { agency: agency.code, column: column.name };
  return html`<p class="take-home quiet">订阅：<a href="${feedPath(column.code, 'xml')}">RSS</a><a href="${feedPath(column.code, 'json')}">JSON Feed</a>　导出目录：${EXPORTS.map(
    ({ format, text }) => html`<a href="${pageAddress(`${SEARCH_PATH}.${format}`, query)}" download>${text}</a>`,
  )}</p>`;
}

/** Reports that were filed with their tables; each has a page of its own and can be taken home in four formats. */
function reportList(reports: readonly ReportEntry[]): Html {
  return itemList(
    reports.map(report => ({
      title: `${report.agencyName}${report.year}年政府信息公开工作年度报告`,
      href: reportPath(report),
      day: report.publishedOn,
      validity: null,
      facts: [],
    })),
  );
}

/** Where an item stands that is listed from a column below. */
function placeBelow({ column, columns }: ColumnPage, code: ColumnCode): string | null {
  return code === column.code ? null : (columns.find(one => one.code === code)?.name ?? null);
}

function listOf(page: ColumnPage): Html {
  const { column, items, total, today, reports } = page;
  if (total === 0 && reports.length > 0) return reportList(reports);
  if (total === 0)
    return emptyState(
      '这个栏目还没有发布信息。',
      html`<p>要找的信息没有公开的，可以<a href="${forAgency(GUIDE_PATH, page.agency.code)}">${APPLICATIONS_COLUMN.name}</a>。</p>`,
    );
  return html`${page.page === 1 && reports.length > 0 && reportList(reports)}${itemList(items.map(line => listedItem(line, today, [placeBelow(page, line.column)])))}${pagination(
    {
      page: page.page,
      pages: Math.ceil(total / ITEMS_A_PAGE),
      total,
      href: to => pageAddress(columnPathOf(column.code), { page: to === 1 ? null : to }),
    },
  )}${takeHome(page)}`;
}

/** Feeds that a browser or a reader can find by itself. */
export function feedLinks(column: Column): Html {
  return html`<link rel="alternate" type="application/rss+xml" title="${column.name}" href="${feedPath(column.code, 'xml')}">
<link rel="alternate" type="application/feed+json" title="${column.name}" href="${feedPath(column.code, 'json')}">
`;
}

/** A column: the tree on the left, what was published here and below on the right, the newest first. */
export function columnPage(setting: PageSetting, page: ColumnPage): Html {
  const { agency, columns, column, guide } = page;
  const above = columnPath(columns, column.code).slice(0, -1);
  return portalPage(setting, {
    path: columnPathOf(column.code),
    title: page.page === 1 ? column.name : `${column.name}（第 ${page.page} 页）`,
    crumbs: crumbsOf(agency, above),
    column: columnFacts(column),
    description: column.description,
    styles: ['published.css'],
    head: feedLinks(column),
    main: besideColumns(
      agency.shortName,
      columns,
      column.code,
      html`<h1>${column.name}</h1>
<p class="lead">${column.description}</p>
${column.block === 'annual-reports' && html`<p><a href="/annual-reports">查看各机关历年年报</a></p>`}${guide === null ? html`${columnSearch(page)}<section class="card" aria-label="信息列表">${listOf(page)}</section>` : guideView(agency, guide.guide, guide.line)}`,
    ),
  });
}
