import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import type { ItemLine } from '../../publishing/store/item.register.store.ts';
import { itemList } from '../items/item-list.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { agencyReportsPath, reportPath } from './report-entry.ts';
import type { ReportEntry } from './report-entry.ts';

export const REPORTS_COLUMN = {
  name: '政府信息公开年报',
  description: '本地区各行政机关历年政府信息公开工作年度报告，提供网页、Word、PDF、Excel 和 JSON 五种形式',
  keywords: '政府信息公开,年度报告,年报',
  type: '信息公开年报',
} as const;

function yearOf(year: number, reports: readonly ReportEntry[]): Html {
  return html`<div class="card">
<h2 id="year-${year}">${year} 年</h2>
<div class="scroll" role="region" aria-labelledby="year-${year}" tabindex="0">
<table class="list">
<thead><tr><th scope="col">机关</th><th scope="col">年度报告</th><th scope="col">发布日期</th></tr></thead>
<tbody>${reports.map(
    report => html`<tr><th scope="row"><a href="${agencyReportsPath(report.agencyCode)}">${report.agencyName}</a></th>
<td><a href="${reportPath(report)}">${report.year}年政府信息公开工作年度报告</a></td>
<td>${report.publishedOn.toString()}</td></tr>`,
  )}</tbody>
</table>
</div>
</div>`;
}

/** Reports of the years before the form (2008–2018), and others that were published as documents. */
function documentsOf(items: readonly ItemLine[], agencyNames: ReadonlyMap<string, string>): Html {
  return html`<section class="card" aria-labelledby="as-documents">
<h2 id="as-documents">以文件形式发布的年度报告</h2>
<p class="quiet">2018 年及以前的年度报告没有统一的统计表格，按发布时的形式保留。</p>
${itemList(
  items.map(({ title, address, publishedOn, agency }) => ({
    title,
    href: address!,
    day: publishedOn!,
    validity: null,
    facts: [agencyNames.get(agency) ?? null],
  })),
)}</section>
`;
}

/** The column 政府信息公开年报: every published report, newest year first, then those that are documents. */
export function reportsColumnPage(
  setting: PageSetting,
  reports: readonly ReportEntry[],
  documents: readonly ItemLine[],
  agencyNames: ReadonlyMap<string, string>,
): Html {
  const byYear = [...Map.groupBy(reports, report => report.year)].sort(([a], [b]) => b - a);
  return portalPage(setting, {
    path: '/annual-reports',
    title: REPORTS_COLUMN.name,
    crumbs: [],
    column: REPORTS_COLUMN,
    styles: ['published.css'],
    description: REPORTS_COLUMN.description,
    main: html`<h1>${REPORTS_COLUMN.name}</h1>
<p class="lead">每年 1 月 31 日前发布上一年度报告，区政府的报告在 3 月 31 日前发布（《政府信息公开条例》第四十九条）。发布后永久保留。</p>
${
  byYear.length > 0 &&
  html`<p class="quiet">全部报告的数据：<a href="/api/report-cells.xlsx" download>Excel</a>　<a href="/api/report-cells.csv" download>CSV</a>　<a href="/api/report-cells.json">JSON</a>（<a href="/api">开放数据接口</a>）</p>
`
}${byYear.length === 0 && html`<div class="card"><p>还没有发布年度报告。</p></div>`}
${byYear.map(([year, entries]) => yearOf(year, entries))}
${documents.length > 0 && documentsOf(documents, agencyNames)}`,
  });
}
