import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { siteSearch } from '../../views/page-frame/page-frame.ts';
import type { ReportEntry } from '../annual-reports/report-entry.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import { APPLICATIONS_COLUMN, GUIDE_PATH, STATUS_PATH } from '../applications/column.ts';
import { portalPage, PUBLIC_SEARCH } from '../page.ts';
import type { PageSetting } from '../page.ts';

const NEWEST = 5;

/** One of the blocks that the platform leads to; `acts` are the things to do there at once. */
type HomeBlock = {
  readonly title: string;
  readonly href: string;
  readonly text: string;
  /** The block that most people come for stands out. */
  readonly main?: boolean;
  readonly acts?: readonly { readonly text: string; readonly href: string }[];
  readonly more?: HtmlValue;
};

function homeBlock({ title, href, text, main, acts = [], more }: HomeBlock): Html {
  return html`<li class="tile${main === true && ' main'}"><h2><a href="${href}">${title}</a></h2>
<p>${text}</p>
${more}${
    acts.length > 0 &&
    html`<p class="tile-end actions">${acts.map(act => html`<a class="button${main !== true && ' plain'}" href="${act.href}">${act.text}</a>`)}</p>`
  }</li>
`;
}

function newestReports(reports: readonly ReportEntry[]): Html {
  if (reports.length === 0) return html`<p class="quiet">还没有发布年度报告。</p>`;
  return html`<ul>${reports
    .slice(0, NEWEST)
    .map(
      report =>
        html`<li><a href="${reportPath(report)}">${report.agencyName}${report.year}年政府信息公开工作年度报告</a></li>`,
    )}</ul>`;
}

const APPLICATION_BLOCK: HomeBlock = {
  title: APPLICATIONS_COLUMN.name,
  href: GUIDE_PATH,
  text: '没有主动公开的政府信息，任何人都可以申请，不需要说明用途，20 个工作日内答复。',
  main: true,
  acts: [
    { text: '提出申请', href: `${GUIDE_PATH}#agencies` },
    { text: '查询办理进度', href: STATUS_PATH },
  ],
};

const reportBlock = (reports: readonly ReportEntry[]): HomeBlock => ({
  title: '政府信息公开年报',
  href: '/annual-reports',
  text: '按年份、按机关查阅，表格可复制，可下载 Word、PDF、Excel 和 JSON。',
  more: newestReports(reports),
});

const CHECK_BLOCK: HomeBlock = {
  title: '年报体检',
  href: '/tools/report-check',
  text: '把任何一份年度报告拖进来，一两秒内看到三张表是否平衡、正文数字是否与表一致、文字有没有差错。文件不保存。',
  acts: [{ text: '开始体检', href: '/tools/report-check' }],
};

/** The home page of the platform: search first, then what people come for, then what is published. */
export function homePage(setting: PageSetting, reports: readonly ReportEntry[]): Html {
  return portalPage(setting, {
    path: '/',
    title: setting.site.name,
    description: `${setting.site.name}政务公开平台`,
    main: html`<div class="hero">
<h1>政务公开</h1>
<p class="lead">公开是常态，不公开是例外。</p>
${siteSearch(PUBLIC_SEARCH, 'home-search')}</div>
<ul class="tiles">
${[APPLICATION_BLOCK, reportBlock(reports), CHECK_BLOCK].map(homeBlock)}</ul>`,
  });
}
