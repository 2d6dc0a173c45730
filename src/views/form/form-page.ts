import { errorSummary } from '../error-summary/error-summary.ts';
import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';
import { formButtons } from './form-buttons.ts';
import type { FormButton } from './form-buttons.ts';
import type { FormState } from './form-state.ts';

export type FormPage = {
  readonly heading: string;
  readonly lead?: HtmlValue;
  readonly action: string;
  /** `get` for a search that changes nothing. */
  readonly method?: 'post' | 'get';
  readonly state: FormState;
  /** Whether files are sent along. */
  readonly files?: boolean;
  readonly fields: HtmlValue;
  readonly buttons: readonly FormButton[];
  readonly back?: { readonly text: string; readonly href: string };
  /** The name under which `draft.js` keeps what is typed on this device until it is sent; none keeps nothing. */
  readonly draft?: string;
  /** Beside the form where there is room, below it elsewhere: help, what happens next, the facts to go by. */
  readonly aside?: HtmlValue;
};

/** The title of a page with a form: whoever cannot see the page hears first that something must be changed. */
export function formTitle(title: string, { problems }: FormState): string {
  return problems.length > 0 ? `需要修改：${title}` : title;
}

/**
 * What stands in `main` of a page with one form: what is wrong, heading, form. The server says what is wrong, in Chinese and beside the
 * field, so the browser's own messages are off.
 */
export function formPage(page: FormPage): Html {
  const { state, method = 'post' } = page;
  const form = html`<form class="card form" method="${method}" action="${page.action}"${
    page.files === true && html` enctype="multipart/form-data"`
  }${page.draft !== undefined && html` data-draft="${page.draft}"`} novalidate>
${page.fields}
${formButtons(page.buttons, page.back)}</form>
`;
  return html`${errorSummary(state.problems)}
<h1>${page.heading}</h1>
${page.lead !== undefined && html`<p class="lead">${page.lead}</p>`}
${page.aside === undefined ? form : html`<div class="with-aside">${form}<aside aria-label="说明">${page.aside}</aside></div>`}`;
}

/** A part of a long form under a heading of its own. */
export function formSection(heading: string, fields: HtmlValue, hint?: HtmlValue): Html {
  return html`<fieldset class="form-section">
<legend>${heading}</legend>
${
  hint !== undefined &&
  html`<p class="quiet">${hint}</p>
`
}${fields}
</fieldset>
`;
}
