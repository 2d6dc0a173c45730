import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

export type Pagination = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly href: (page: number) => string;
};

/** The page numbers to show: the first, the last, the current one with its neighbours; null is a gap. */
export function shownPages(page: number, pages: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter(one => one >= 1 && one <= pages);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((one, index) => {
    const before = numbers[index - 1];
    if (before === undefined || one === before + 1) return [one];
    return one === before + 2 ? [one - 1, one] : [null, one];
  });
}

/** The way through a long list. With one page only the count is said. */
export function pagination({ page, pages, total, href }: Pagination): Html {
  const count = html`<p class="quiet">共 ${total} 条${pages > 1 && `，第 ${page} 页，共 ${pages} 页`}</p>`;
  if (pages <= 1)
    return html`<div class="pagination">${count}</div>
`;
  return html`<nav class="pagination" aria-label="分页">
<ul>
${page > 1 && html`<li><a href="${href(page - 1)}" rel="prev">上一页</a></li>`}
${shownPages(page, pages).map(one => {
  if (one === null) return html`<li class="gap">…</li>`;
  return one === page
    ? html`<li><a href="${href(one)}" aria-current="page" aria-label="第 ${one} 页，当前页">${one}</a></li>`
    : html`<li><a href="${href(one)}" aria-label="第 ${one} 页">${one}</a></li>`;
})}
${page < pages && html`<li><a href="${href(page + 1)}" rel="next">下一页</a></li>`}
</ul>
${count}
</nav>
`;
}
