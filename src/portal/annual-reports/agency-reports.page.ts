import { agencyCharts, drawChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import { definitionOf, rateOf, RATES, rateText } from '../../annual-report/rules/analysis/rates.ts';
import type { PublishedReport } from '../../annual-report/store/published-report.store.ts';
import { chartGrid } from '../../views/chart/chart.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { REPORTS_COLUMN } from './column.page.ts';
import { agencyReportsPath, reportPath } from './report-entry.ts';

/** The rates of which anybody asks first. */
const SHOWN = ['disclosed', 'withheld', 'unavailable'] as const;

/** All published reports of an agency, its years in charts, and their data to take away; there is at least one report. */
export function agencyReportsPage(setting: PageSetting, agencyName: string, reports: readonly PublishedReport[]): Html {
  const { agency } = reports[0]!;
  const title = `${agencyName}政府信息公开年报`;
  const data = (format: string) => `/api/report-cells.${format}?agency=${agency}`;
  const charts = agencyCharts(reports);
  return portalPage(setting, {
    path: agencyReportsPath(agency),
    title,
    crumbs: [{ text: REPORTS_COLUMN.name, href: '/annual-reports' }],
    column: REPORTS_COLUMN,
    description: `${agencyName}历年政府信息公开工作年度报告和数据`,
    styles: ['chart.css'],
    main: html`<h1>${title}</h1>
<div class="card">${dataTable<PublishedReport>({
      caption: '历年报告',
      captionUnseen: true,
      empty: '还没有发布年度报告。',
      rows: reports,
      columns: [
        {
          key: 'report',
          heading: '年度报告',
          rowHeading: true,
          cell: ({ year }) =>
            html`<a href="${reportPath({ agencyCode: agency, year })}">${year}年政府信息公开工作年度报告</a>`,
        },
        { key: 'published', heading: '发布日期', kind: 'date', cell: ({ publishedOn }) => publishedOn.toString() },
        ...SHOWN.map(rate => ({
          key: rate,
          heading: RATES[rate].label,
          kind: 'figure' as const,
          cell: ({ report }: PublishedReport) => rateText(rateOf([report], rate)),
        })),
      ],
    })}
<p class="quiet">${SHOWN.map(rate => `${RATES[rate].label}＝${definitionOf(rate)}`).join('；')}。分母为 0 的不计算。</p>
<p>数据下载：<a href="${data('xlsx')}" download>Excel</a>　<a href="${data('csv')}" download>CSV</a>　<a href="${data('json')}">JSON</a></p></div>
${
  charts.length > 0 &&
  html`<section class="card" aria-labelledby="years"><h2 id="years">历年数据</h2>
${chartGrid(charts.map(drawChart))}</section>
`
}`,
  });
}
