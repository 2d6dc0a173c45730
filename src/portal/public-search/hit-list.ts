import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import type { PublicHit } from './public-index.ts';

/** What is public already and fits the words, or that nothing was found. */
export function hitList(hits: readonly PublicHit[]): Html {
  if (hits.length === 0) return html`<p class="quiet">没有找到已经公开的相近内容，可以继续填写申请。</p>`;
  return html`<p class="hits-lead">已经公开的信息里有 ${hits.length} 条相近的，先看看是不是您要的：</p>
<ul class="hits">${hits.map(
    ({
      title,
      href,
      kind,
      publishedOn,
    }) => html`<li><a href="${href}" target="_blank" rel="noopener">${title}<span class="unseen">（在新窗口打开）</span></a><span class="quiet">${kind}${publishedOn !== null && html`　${publishedOn.toString()}`}</span></li>
`,
  )}</ul>`;
}
