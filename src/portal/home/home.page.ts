import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import type { ReportEntry } from '../annual-reports/report-entry.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

const NEWEST = 5;

function newestReports(reports: readonly ReportEntry[]): Html {
  if (reports.length === 0) return html`<p class="quiet">还没有发布年度报告。</p>`;
  return html`<ul>${reports
    .slice(0, NEWEST)
    .map(
      report =>
        html`<li><a href="${reportPath(report)}">${report.agencyName}${report.year}年政府信息公开工作年度报告</a></li>`,
    )}</ul>`;
}

/** The home page of the platform: what is published, and the tool that anyone may use. */
export function homePage(setting: PageSetting, reports: readonly ReportEntry[]): Html {
  return portalPage(setting, {
    path: '/',
    title: setting.site.name,
    description: `${setting.site.name}政务公开平台`,
    main: html`<div class="hero">
<h1>政务公开</h1>
<p class="lead">公开是常态，不公开是例外。这里发布政府信息公开工作年度报告，并提供任何人都可以使用的年报体检工具。</p>
</div>
<ul class="tiles">
<li class="tile"><h2><a href="/annual-reports">政府信息公开年报</a></h2>
<p>按年份、按机关查阅，表格可复制，可下载 Word、PDF、Excel 和 JSON。</p>
${newestReports(reports)}</li>
<li class="tile"><h2><a href="/tools/report-check">年报体检</a></h2>
<p>把任何一份年度报告拖进来，一两秒内看到三张表是否平衡、正文数字是否与表一致、文字有没有差错。文件不保存。</p>
<p class="tile-end"><a class="button" href="/tools/report-check">开始体检</a></p></li>
</ul>`,
  });
}
