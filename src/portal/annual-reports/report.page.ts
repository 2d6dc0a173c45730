import { reportBody } from '../../annual-report/render/html/report-body.ts';
import { REPORT_FORMATS } from '../../annual-report/render/report-formats.ts';
import type { AnnualReport } from '../../annual-report/rules/report.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { notice } from '../../views/notice/notice.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';
import { REPORTS_COLUMN } from './column.page.ts';
import { reportPath, versionPath } from './report-entry.ts';
import type { ReportEntry, ReportVersion } from './report-entry.ts';

/** The formats a citizen can take a published report home in. */
export const DOWNLOADS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type Download = (typeof DOWNLOADS)[number];

/** What has become of a report that was corrected: each version with its day and its note, none of them in silence. */
function versionsPart(entry: ReportEntry, versions: readonly ReportVersion[], shown: number): Html | null {
  const latest = versions.at(-1)?.version ?? shown;
  if (versions.length < 2) return null;
  return html`<div class="card">
${
  shown !== latest &&
  html`${notice('warning', html`这一版已经更正，现行的是<a href="${reportPath(entry)}">第 ${latest} 版</a>。`)}`
}<h2>版本和更正说明</h2>
<ul>${versions.toReversed().map(
    ({ version, publishedOn, note }) => html`<li>${
      version === shown
        ? html`<strong>第 ${version} 版</strong>`
        : html`<a href="${version === latest ? reportPath(entry) : versionPath(entry, version)}">第 ${version} 版</a>`
    }（<time datetime="${publishedOn.toString()}">${publishedOn.toString()}</time>）${
      note !== null && `更正内容：${note.what}；更正原因：${note.why}`
    }</li>
`,
  )}</ul>
</div>
`;
}

/** One published report, as a page with real tables and its downloads; `shown` is the version it is. */
export function reportPage(
  setting: PageSetting,
  entry: ReportEntry,
  report: AnnualReport,
  versions: readonly ReportVersion[],
  shown: number,
): Html {
  const title = `${entry.agencyName}${entry.year}年政府信息公开工作年度报告`;
  const isCurrent = shown === (versions.at(-1)?.version ?? shown);
  return portalPage(setting, {
    path: isCurrent ? reportPath(entry) : versionPath(entry, shown),
    title: isCurrent ? title : `${title}（第 ${shown} 版，已更正）`,
    crumbs: [{ text: REPORTS_COLUMN.name, href: '/annual-reports' }],
    column: REPORTS_COLUMN,
    article: { title, publishedAt: entry.publishedOn.toString(), source: entry.agencyName },
    description: title,
    styles: ['report.css'],
    main: html`<div class="card">
<p class="quiet">发布机关：${entry.agencyName}　发布日期：<time datetime="${entry.publishedOn.toString()}">${entry.publishedOn.toString()}</time></p>
${
  isCurrent &&
  html`<ul class="downloads" aria-label="下载">${DOWNLOADS.map(
    format =>
      html`<li><a class="button plain" href="${reportPath(entry)}.${format}" download>下载 ${REPORT_FORMATS[format].name}</a></li>`,
  )}</ul>
`
}</div>
${versionsPart(entry, versions, shown)}<div class="card">${reportBody(report)}</div>`,
  });
}
