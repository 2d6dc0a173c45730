import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';
import { notice } from '../notice/notice.ts';
import type { NoticeKind } from '../notice/notice.ts';
import type { Crumb } from '../page-frame/page-frame.ts';

export type OfficeEntry = Crumb & {
  readonly current: boolean;
  /** How many things wait behind it; shown when above nought. */
  readonly waiting?: number;
};

/** Entries that belong together; without a heading they stand by themselves at the top. */
export type OfficeMenuGroup = { readonly heading: string | null; readonly entries: readonly OfficeEntry[] };

export type OfficePageContent = {
  readonly siteName: string;
  /** Whether the sample district is loaded: then every page says 演示数据. */
  readonly sample: boolean;
  /** The agency whose files are shown; null before sign-in. */
  readonly agency: string | null;
  /** Who is signed in; null before sign-in. */
  readonly officer: {
    readonly name: string;
    /** The roles in words. */
    readonly roles: string;
    /** Whom the officer stands in for, if anybody. */
    readonly actingFor?: string;
    readonly accountHref: string;
    /** Where signing out is posted to. */
    readonly signOutAction: string;
  } | null;
  readonly menu: readonly OfficeMenuGroup[];
  readonly title: string;
  /** The pages above this one, outermost first, without the desk. */
  readonly crumbs?: readonly Crumb[];
  /** What has just happened or must be known, above the content. */
  readonly notices?: readonly { readonly kind: NoticeKind; readonly sentence: HtmlValue }[];
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly iconHref: string;
  readonly homeHref: string;
  /** The time of day at which the session ends if nothing more is done, such as 10:32. */
  readonly sessionEnds?: string;
  readonly main: HtmlValue;
};

function menuList(groups: readonly OfficeMenuGroup[]): Html {
  return html`${groups.map(
    ({ heading, entries }) => html`${heading !== null && html`<p class="menu-heading">${heading}</p>`}<ul>
${entries.map(
  ({ text, href, current, waiting }) => html`<li><a href="${href}"${current && html` aria-current="page"`}>${text}${
    waiting !== undefined &&
    waiting > 0 &&
    html`<span class="menu-count">${waiting}<span class="unseen"> 件待办</span></span>`
  }</a></li>
`,
)}</ul>
`,
  )}`;
}

function currentEntry(groups: readonly OfficeMenuGroup[]): string {
  return groups.flatMap(({ entries }) => entries).find(({ current }) => current)?.text ?? '目录';
}

/** Who works here and for whom, and the way out. */
function officerCorner({ officer }: OfficePageContent): Html | null {
  if (officer === null) return null;
  return html`<div class="officer">
<a href="${officer.accountHref}">${officer.name}<span class="unseen">，我的账号</span></a>
<span class="roles">${officer.roles}${officer.actingFor !== undefined && `，代${officer.actingFor}`}</span>
<form method="post" action="${officer.signOutAction}"><button type="submit" class="link">退出</button></form>
</div>`;
}

/** The way back up, as the portal has it; the first step is the desk. */
function crumbsOf({ crumbs, title, homeHref }: OfficePageContent): Html | null {
  if (crumbs === undefined) return null;
  return html`<nav class="crumbs" aria-label="当前位置"><ol>
<li><a href="${homeHref}">工作台</a></li>
${crumbs.map(crumb => html`<li><a href="${crumb.href}">${crumb.text}</a></li>`)}
<li aria-current="page">${title}</li>
</ol></nav>`;
}

/**
 * A page of the back office: header with site, agency and officer, menu beside the content, notices, content. On a phone the menu folds
 * into a line that opens without a script. Nothing inline, nothing from elsewhere.
 */
export function officeFrame(content: OfficePageContent): Html {
  const { siteName, agency, menu, title, notices = [] } = content;
  const hasMenu = menu.some(({ entries }) => entries.length > 0);
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} - ${siteName}政务公开办公</title>
${content.styles.map(
  href => html`<link rel="stylesheet" href="${href}">
`,
)}<link rel="icon" href="${content.iconHref}" type="image/svg+xml">
${(content.scripts ?? []).map(
  src => html`<script type="module" src="${src}"></script>
`,
)}</head>
<body class="office">
<a class="skip" href="#main">跳到主要内容</a>
<header class="office-header">
<p class="office-name"><a href="${content.homeHref}">${siteName}<span>政务公开办公</span></a></p>
${agency !== null && html`<p class="office-agency">${agency}</p>`}
${content.sample && html`<p class="office-sample"><strong>演示数据</strong></p>`}
${officerCorner(content)}
</header>
<div class="office-body${!hasMenu && ' alone'}">
${
  hasMenu &&
  html`<details class="office-menu-fold"><summary>目录：${currentEntry(menu)}</summary><nav aria-label="目录">${menuList(menu)}</nav></details>
<nav class="office-menu" aria-label="主导航">${menuList(menu)}</nav>`
}
<div class="office-content">${crumbsOf(content)}
<main id="main" tabindex="-1">
${notices.map(({ kind, sentence }) => notice(kind, sentence))}${content.main}
</main>
</div>
</div>
<footer class="office-footer"><p>本系统由开源软件 gongkai 提供。查看和办理均记入日志。${
    content.sessionEnds !== undefined && html`到 ${content.sessionEnds} 没有操作将自动退出，请及时保存。`
  }</p></footer>
</body>
</html>
`;
}
