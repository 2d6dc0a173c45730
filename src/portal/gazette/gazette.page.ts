import { issueText } from '../../publishing/rules/gazette.ts';
import type { GazetteIssue } from '../../publishing/store/gazette.register.store.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { portalPage } from '../page.ts';
import type { PageSetting } from '../page.ts';

export const GAZETTE_PATH = '/gazette';

function issueLine({ line, gazette }: GazetteIssue): Html {
  const { contents } = gazette;
  const sections = new Set(contents.map(({ issuer }) => issuer)).size;
  return html`<li class="tile"><h3><a href="${line.address}">${issueText(gazette)}</a></h3>
<p>刊载文件 ${contents.length} 件，来自 ${sections} 个机关</p>
<p class="quiet"><time datetime="${line.publishedOn!.toString()}">${line.publishedOn!.toString()}</time> 发布　<a href="${line.address!.replace(/\.html$/, '.pdf')}">下载 PDF<span class="unseen">：${issueText(gazette)}</span></a></p></li>
`;
}

/** 政府公报: every issue by year, the newest first. */
export function gazettePage(setting: PageSetting, issues: readonly GazetteIssue[]): Html {
  const years = [...Map.groupBy(issues, ({ gazette }) => gazette.year)];
  return portalPage(setting, {
    path: GAZETTE_PATH,
    title: '政府公报',
    crumbs: [],
    description: '政府公报各期的目录、全文和 PDF',
    column: {
      name: '政府公报',
      description: '政府公报各期的目录、全文和 PDF',
      keywords: '政府公报,规范性文件',
      type: '政策文件',
    },
    styles: ['published.css', 'standard-catalogue.css'],
    main: html`<h1>政府公报</h1>
<p class="lead">在政府公报上刊载的规章、规范性文件文本为标准文本。</p>
${years.length > 1 && html`<nav class="years" aria-label="年份"><ul>${years.map(([year]) => html`<li><a href="#y${year}">${year}年</a></li>`)}</ul></nav>`}
${
  years.length === 0
    ? emptyState('还没有发布公报。')
    : years.map(
        ([year, own]) => html`<section aria-labelledby="y${year}"><h2 id="y${year}">${year}年</h2>
<ul class="tiles">
${own.map(issueLine)}</ul></section>
`,
      )
}`,
  });
}
