import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

/** One fact with its name; `act` is a link beside it, such as 修改. Facts that are not known are left out or say so in words. */
export type Fact = { readonly term: string; readonly detail: HtmlValue; readonly act?: HtmlValue };

/** Facts about one thing, name and value side by side; `null` and `false` entries are left out. */
export function descriptionList(facts: readonly (Fact | null | false)[]): Html {
  return html`<dl class="description">
${facts
  .filter(fact => fact !== null && fact !== false)
  .map(
    ({
      term,
      detail,
      act,
    }) => html`<div><dt>${term}</dt><dd>${detail}${act !== undefined && html`<span class="act">${act}</span>`}</dd></div>
`,
  )}</dl>
`;
}
