import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';
import { readingTools } from '../reading/reading-tools.ts';
import type { ReadingPlace } from '../reading/reading-tools.ts';
import { readingClasses } from '../reading/reading.ts';

/** 政府网站发展指引: what the foot of every page shows of the registrations of the site. */
export type SiteRegistrations = {
  /** 网站标识码, ten characters. */
  readonly siteCode: string | null;
  /** ICP备案号, shown with a link to the national register. */
  readonly icpRecord: string | null;
  /** 公安机关备案号. */
  readonly securityRecord: string | null;
  /** The address of the certificate of 党政机关网站标识. */
  readonly markAddress: string | null;
  /** The address of 我为政府网站找错. */
  readonly faultReportAddress: string | null;
};

/** What every page of a site says of the site (政府网站发展指引: name, host, organiser, identification code …). */
export type SiteFacts = {
  readonly name: string;
  /** 英文主域名 without protocol; null while it is not known. */
  readonly domain: string | null;
  readonly organiser: string;
  readonly telephone: string | null;
  /** What the office has had registered; each is null until it has entered its own: never invented. */
  readonly registrations: SiteRegistrations;
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
  readonly article?: {
    readonly title: string;
    readonly publishedAt: string;
    readonly source: string;
    readonly keywords?: string;
    readonly author?: string;
    /** The first picture of the text, with protocol and host. */
    readonly image?: string;
    /** The permanent address, with protocol and host. */
    readonly url?: string;
  };
  /** What else stands in the head: links to feeds, data for programs. */
  readonly head?: HtmlValue;
  readonly description: string;
  readonly navigation: readonly (Crumb & { readonly current: boolean })[];
  /** Addresses of style sheets and of scripts, in order. */
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly reading?: ReadingPlace;
  /** The address of 网站地图. */
  readonly siteMap?: string;
  /** The address of the page about accessibility. */
  readonly accessibility?: string;
  /** The search of the site in its header. */
  readonly search?: SiteSearch;
  readonly main: HtmlValue;
};

/** A search that leads to a page of results; the words are sent as `q`. */
export type SiteSearch = { readonly action: string; readonly label: string };

/** The keys that lead to the same place on every page; the page about accessibility names them. */
export const ACCESS_KEYS = { home: '1', search: '2', main: '3', siteMap: '4' } as const;

const meta = (name: string, content: string) => html`<meta name="${name}" content="${content}">
`;

function metaTags({ site, column, article, description }: PageContent): Html {
  return html`${meta('SiteName', site.name)}${site.domain !== null && meta('SiteDomain', site.domain)}${site.registrations.siteCode !== null && meta('SiteIDCode', site.registrations.siteCode)}${
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
      article.keywords !== undefined && meta('Keywords', article.keywords),
      article.author !== undefined && meta('Author', article.author),
      article.image !== undefined && meta('Image', article.image),
      article.url !== undefined && meta('Url', article.url),
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

/** The site's search as a line. `id` names its field, where a page has two. */
export function siteSearch({ action, label }: SiteSearch, id = 'site-search', accessKey?: string): Html {
  return html`<form class="site-search" method="get" action="${action}" role="search" aria-label="${label}">
<label class="unseen" for="${id}">${label}</label><input id="${id}" name="q" type="search" placeholder="${label}"${accessKey !== undefined && html` accesskey="${accessKey}"`}><button type="submit">搜索</button>
</form>`;
}

function footer({ site, siteMap, accessibility }: PageContent): Html {
  const { organiser, telephone, registrations } = site;
  const { siteCode, icpRecord, securityRecord, markAddress, faultReportAddress } = registrations;
  return html`<footer class="site-footer"><div class="width">
<p>主办：${organiser}${telephone !== null && html`　联系电话：${telephone}`}</p>
${
  (siteCode ?? icpRecord ?? securityRecord ?? markAddress ?? faultReportAddress) !== null &&
  html`<ul>
${siteCode !== null && html`<li>网站标识码：${siteCode}</li>`}
${icpRecord !== null && html`<li><a href="https://beian.miit.gov.cn/">${icpRecord}</a></li>`}
${securityRecord !== null && html`<li><a href="https://beian.mps.gov.cn/">${securityRecord}</a></li>`}
${markAddress !== null && html`<li><a href="${markAddress}">党政机关网站标识</a></li>`}
${faultReportAddress !== null && html`<li><a href="${faultReportAddress}">我为政府网站找错</a></li>`}
</ul>`
}
<p>${siteMap !== undefined && html`<a href="${siteMap}" accesskey="${ACCESS_KEYS.siteMap}">网站地图</a>　`}${accessibility !== undefined && html`<a href="${accessibility}">无障碍说明</a>　`}本站由开源系统 gongkai 提供</p>
</div></footer>`;
}

/** A whole page: head, skip link, tools, header, breadcrumbs, main, footer. No inline style or script, nothing from elsewhere. */
export function pageFrame(content: PageContent): Html {
  const { site, title, crumbs, reading, search } = content;
  const classes = reading === undefined ? '' : readingClasses(reading.mode);
  return html`<!DOCTYPE html>
<html lang="${reading?.mode.script === 'traditional' ? 'zh-Hant' : 'zh-CN'}"${classes !== '' && html` class="${classes}"`}>
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
)}${content.head}</head>
<body>
<a class="skip" href="#main" accesskey="${ACCESS_KEYS.main}">跳到主要内容</a>
${site.sample && html`<aside class="sample-mark" aria-label="数据说明"><strong>演示数据</strong> 示范市晴川区为虚构地区，本站内容仅用于演示。</aside>`}
<header class="site-header">
${reading !== undefined && readingTools(reading)}<div class="site-brand width">
<p class="site-name"><a href="/" accesskey="${ACCESS_KEYS.home}">${site.name}<span>政务公开</span></a></p>
${search !== undefined && siteSearch(search, 'site-search', ACCESS_KEYS.search)}
</div>
<nav class="site-nav" aria-label="主导航"><div class="width"><ul>
${content.navigation.map(
  item => html`<li><a href="${item.href}"${item.current && html` aria-current="page"`}>${item.text}</a></li>`,
)}
</ul></div></nav>
</header>
<div class="width">${crumbs !== undefined && breadcrumbs(crumbs, title)}
<main id="main" tabindex="-1">
${content.main}
</main>
</div>
${footer(content)}
</body>
</html>
`;
}
