declare const markupBrand: unique symbol;

/** Markup that is safe to send: made by `html`, which escapes every value, or vouched for by `trustedMarkup`. */
export type Html = { readonly markup: string; readonly [markupBrand]: true };

/** What may stand in a template: text (escaped), markup, numbers, lists of these; null, undefined and false are nothing. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made harmless in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, character => ESCAPES[character]!) : text;
}

function markupOf(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined || value === false) return '';
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

/** Markup that did not come from `html`, for constants of this code base only: never for anything a person or a file said. */
export function trustedMarkup(markup: string): Html {
  return { markup } as Html;
}

/** html`<p>${text}</p>`: the one way to write markup. Values are escaped; attributes must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0]!;
  for (let index = 0; index < values.length; index += 1) markup += markupOf(values[index]) + strings[index + 1]!;
  return trustedMarkup(markup);
}
