import { hiddenField } from '../form/hidden-field.ts';
import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

export type FilterBar = {
  /** The page that lists; the filter stands in its address, so that a view can be kept and shared. */
  readonly action: string;
  readonly label: string;
  readonly fields: HtmlValue;
  /** Further fields, folded away; `open` while one of them is in use. */
  readonly more?: { readonly fields: HtmlValue; readonly open: boolean };
  /** What the address keeps besides the fields, such as the sorting; never the page. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Whether anything is filtered: then the way back to everything is shown. */
  readonly filtered: boolean;
  readonly button?: string;
};

/** The search and the filters of a list. */
export function filterBar({ action, label, fields, more, kept = {}, filtered, button = '查询' }: FilterBar): Html {
  return html`<form class="filter-bar" method="get" action="${action}" role="search" aria-label="${label}">
${Object.entries(kept).map(([name, value]) => hiddenField(name, value))}<div class="filters">
${fields}<div class="actions"><button type="submit">${button}</button>${
    filtered && html`<a class="button plain" href="${action}">清除条件</a>`
  }</div>
</div>
${
  more !== undefined &&
  html`<details${more.open && html` open`}><summary>更多条件</summary>
<div class="filters">
${more.fields}</div></details>
`
}</form>
`;
}
