import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

export type Tab = {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
  /** How many things are behind it. */
  readonly count?: number;
};

/** Views of one thing beside each other, each with an address of its own: a navigation, not a widget. */
export function tabs(label: string, entries: readonly Tab[]): Html {
  return html`<nav class="tabs" aria-label="${label}"><ul>
${entries.map(
  ({ text, href, current, count }) => html`<li><a href="${href}"${current && html` aria-current="page"`}>${text}${
    count !== undefined && html`<span class="tab-count">${count}</span>`
  }</a></li>
`,
)}</ul></nav>
`;
}
