import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

/** What every page of a site says of the site (政府网站发展指引: name, host, organiser, identification code …). */
export type SiteFacts = {
  readonly name: string;
  readonly organiser: string;
  readonly telephone: string | null;
  /** 网站标识码, ten characters; null until the office has entered its own: never invented. */
  readonly siteCode: string | null;
  /** Whether the sample district is loaded: then every page says 演示数据. */
  readonly sample: boolean;
};

export type Crumb = { readonly text: string; readonly href: string };

export type PageContent = {
  readonly site: SiteFacts;
  readonly title: string;
  /** The pages above this one, outermost first, without the home page. */
  readonly crumbs?: readonly Crumb[];
  /** 栏目 of the page for the meta tags; none on the home page. */
  readonly column?: {
    readonly name: string;
    readonly description: string;
    readonly keywords: string;
    readonly type: string;
  };
  /** Set on a page that carries one item; `publishedAt` as YYYY-MM-DD or YYYY-MM-DD HH:MM, whichever is known. */
  readonly article?: { readonly title: string; readonly publishedAt: string; readonly source: string };
  readonly description: string;
  readonly navigation: readonly (Crumb & { readonly current: boolean })[];
  /** Addresses of style sheets and of scripts, in order. */
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly main: HtmlValue;
};

const meta = (name: string, content: string) => html`<meta name="${name}" content="${content}">
`;

function metaTags({ site, column, article, description }: PageContent): Html {
  return html`${meta('SiteName', site.name)}${site.siteCode !== null && meta('SiteIDCode', site.siteCode)}${
    column !== undefined && [
      meta('ColumnName', column.name),
      meta('ColumnDescription', column.description),
      meta('ColumnKeywords', column.keywords),
      meta('ColumnType', column.type),
    ]
  }${
    article !== undefined && [
      meta('ArticleTitle', article.title),
      meta('PubDate', article.publishedAt),
      meta('ContentSource', article.source),
    ]
  }${meta('Description', description)}`;
}

function breadcrumbs(crumbs: readonly Crumb[], title: string): Html {
  return html`<nav class="crumbs" aria-label="当前位置"><ol>
<li><a href="/">首页</a></li>
${crumbs.map(crumb => html`<li><a href="${crumb.href}">${crumb.text}</a></li>`)}
<li aria-current="page">${title}</li>
</ol></nav>`;
}

/** A whole page: head, skip link, header, breadcrumbs, main, footer. No inline style or script, nothing from elsewhere. */
export function pageFrame(content: PageContent): Html {
  const { site, title, crumbs } = content;
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === site.name ? title : `${title} - ${site.name}`}</title>
${metaTags(content)}${content.styles.map(
    href => html`<link rel="stylesheet" href="${href}">
`,
  )}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${(content.scripts ?? []).map(
  src => html`<script type="module" src="${src}"></script>
`,
)}</head>
<body>
<a class="skip" href="#main">跳到主要内容</a>
${site.sample && html`<aside class="sample-mark" aria-label="数据说明"><strong>演示数据</strong> 示范市晴川区为虚构地区，本站内容仅用于演示。</aside>`}
<header class="site-header"><div class="width">
<p class="site-name"><a href="/">${site.name}<span>政务公开</span></a></p>
<nav aria-label="主导航"><ul>
${content.navigation.map(
  item => html`<li><a href="${item.href}"${item.current && html` aria-current="page"`}>${item.text}</a></li>`,
)}
</ul></nav>
</div></header>
<div class="width">${crumbs !== undefined && breadcrumbs(crumbs, title)}
<main id="main" tabindex="-1">
${content.main}
</main>
</div>
<footer class="site-footer"><div class="width">
<p>主办：${site.organiser}${site.telephone !== null && html`　联系电话：${site.telephone}`}</p>
<p>${site.siteCode !== null && html`网站标识码：${site.siteCode}　`}本站由开源系统 gongkai 提供</p>
</div></footer>
</body>
</html>
`;
}
