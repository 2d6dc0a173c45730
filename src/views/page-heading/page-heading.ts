import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

/** The heading of a page with what can be done there beside it; `state` is a tag that belongs to the thing the page is about. */
export function pageHeading(heading: string, acts: HtmlValue, state?: HtmlValue): Html {
  return html`<div class="heading-row"><h1>${heading}${state !== undefined && html` ${state}`}</h1>
<div class="actions">${acts}</div></div>
`;
}
