import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** A value that travels with the form unseen. A browser can change it: the server checks it like any other. */
export function hiddenField(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
