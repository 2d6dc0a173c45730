import { SITE_RETURN_FORMATS } from '../../statistics/press/site-return-press.ts';
import { siteReturnTable, siteReturnTitle } from '../../statistics/render/site-return-files.ts';
import type { SiteReturn } from '../../statistics/rules/site-return-log.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { rowsOf } from '../../views/official-document/printed-table.ts';
import type { PrintedCell } from '../../views/official-document/printed-table.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

export const SITE_RETURNS_PATH = '/site-returns';
const COLUMN = {
  name: '政府网站工作年度报表',
  description: '本网站历年的政府网站工作年度报表，每年1月31日前公布，可以下载',
  keywords: '政府网站,年度报表,工作报表',
  type: '数据发布',
} as const;

/** A return that stands on the site. */
export type PublishedReturn = {
  readonly year: number;
  readonly agencyName: string;
  readonly publications: SiteReturn['publications'];
};

/** 政府网站工作年度报表 of all years, the newest first. */
export function siteReturnsPage(setting: PageSetting, returns: readonly PublishedReturn[]): Html {
  return portalPage(setting, {
    path: SITE_RETURNS_PATH,
    title: COLUMN.name,
    column: COLUMN,
    description: COLUMN.description,
    main: html`<h1>${COLUMN.name}</h1>
<div class="card">${
      returns.length === 0
        ? html`<p>还没有公布过报表。</p>`
        : html`<ul>${returns.map(({ year, publications }) => {
            const on = publications.at(-1)!.on.toString();
            return html`<li><a href="${SITE_RETURNS_PATH}/${year}">${siteReturnTitle({ year })}</a> <time datetime="${on}">${on}</time></li>
`;
          })}</ul>`
    }</div>`,
  });
}

function cell({ role, text, rowSpan, column }: PrintedCell): Html {
  const span = rowSpan > 1 && html` rowspan="${rowSpan}"`;
  if (role === 'column-head') return html`<th scope="col">${text}</th>`;
  if (role === 'row-head') return html`<th scope="${column === 0 ? 'rowgroup' : 'row'}"${span}>${text}</th>`;
  return html`<td>${text}</td>`;
}

/** One year's return as the form has it, with what was corrected in it. */
export function siteReturnPage(setting: PageSetting, { year, agencyName, publications }: PublishedReturn): Html {
  const current = publications.at(-1)!;
  const title = siteReturnTitle({ year });
  const on = current.on.toString();
  const [head, ...rows] = rowsOf(siteReturnTable(current.values));
  const corrected = publications.flatMap(({ note, on: day, version }) =>
    note === null ? [] : [{ note, day, version }],
  );
  return portalPage(setting, {
    path: `${SITE_RETURNS_PATH}/${year}`,
    title,
    crumbs: [{ text: COLUMN.name, href: SITE_RETURNS_PATH }],
    column: COLUMN,
    article: { title, publishedAt: on, source: agencyName },
    description: title,
    main: html`<h1>${title}</h1>
<div class="card">
<p class="quiet">填报单位：${agencyName}　发布日期：<time datetime="${on}">${on}</time></p>
<ul class="downloads" aria-label="下载">${Object.entries(SITE_RETURN_FORMATS).map(
      ([format, name]) =>
        html`<li><a class="button plain" href="${SITE_RETURNS_PATH}/${year}.${format}" download>下载 ${name}</a></li>`,
    )}</ul>
</div>
${
  corrected.length > 0 &&
  html`<div class="card"><h2>更正说明</h2>
<ul>${corrected.map(({ note, day, version }) => html`<li>第 ${version} 版（${day.toString()}）更正内容：${note.what}；更正原因：${note.why}</li>`)}</ul></div>
`
}<div class="card"><div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table class="list"><caption class="unseen">${title}</caption>
<thead><tr>${head!.map(cell)}</tr></thead>
<tbody>${rows.map(
      row => html`<tr>${row.map(cell)}</tr>
`,
    )}</tbody></table></div></div>`,
  });
}
