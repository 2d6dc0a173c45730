import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** How much of a known amount is done, as words and as a bar. `id` names the bar within the page. */
export function progressBar(id: string, label: string, done: number, total: number): Html {
  return html`<div class="progress"><span id="${id}">${label}：${done} / ${total}</span>
<progress aria-labelledby="${id}" max="${Math.max(total, 1)}" value="${Math.min(done, total)}"></progress></div>
`;
}
