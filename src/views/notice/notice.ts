import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

/** `done`: it worked; `info`: good to know; `warning`: mind this before going on. What is wrong in a form is an error summary. */
export type NoticeKind = 'done' | 'info' | 'warning';

const WORD = { done: '已完成', info: '说明', warning: '请注意' } as const satisfies Record<NoticeKind, string>;

/** A sentence above the content: what has just happened, or what must be known. A screen reader hears it at once. */
export function notice(kind: NoticeKind, sentence: HtmlValue, more?: HtmlValue): Html {
  return html`<div class="notice notice-${kind}" role="status">
<p><strong>${WORD[kind]}</strong><span>${sentence}</span></p>
${
  more !== undefined &&
  html`<div>${more}</div>
`
}</div>
`;
}

/** What stands where there is nothing yet: why, and what can be done. */
export function emptyState(sentence: string, more?: HtmlValue): Html {
  return html`<div class="empty"><p>${sentence}</p>${more}</div>
`;
}
