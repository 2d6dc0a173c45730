import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { REPORT_FORMATS } from '../../annual-report/render/report-formats.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { REPORTS_COLUMN } from './column.page.ts';
import { reportPath } from './report-entry.ts';
import type { ReportEntry } from './report-entry.ts';

/** The formats a citizen can take a published report home in. */
export const DOWNLOADS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type Download = (typeof DOWNLOADS)[number];

/** One published report, as a page with real tables and its downloads. */
export function reportPage(setting: PageSetting, entry: ReportEntry, report: AnnualReport): Html {
  const title = `${entry.agencyName}${entry.year}年政府信息公开工作年度报告`;
  return portalPage(setting, {
    path: reportPath(entry),
    title,
    crumbs: [{ text: REPORTS_COLUMN.name, href: '/annual-reports' }],
    column: REPORTS_COLUMN,
    article: { title, publishedAt: entry.publishedOn.toString(), source: entry.agencyName },
    description: title,
    styles: ['report.css'],
    main: html`<div class="card">
<p class="quiet">发布机关：${entry.agencyName}　发布日期：<time datetime="${entry.publishedOn.toString()}">${entry.publishedOn.toString()}</time></p>
<ul class="downloads" aria-label="下载">${DOWNLOADS.map(
      format =>
        html`<li><a class="button plain" href="${reportPath(entry)}.${format}" download>下载 ${REPORT_FORMATS[format].name}</a></li>`,
    )}</ul>
</div>
<div class="card">${reportBody(report)}</div>`,
  });
}
