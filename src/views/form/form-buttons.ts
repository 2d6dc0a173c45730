import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** What pressing does: the main act of the page, another one, or one that cannot be taken back. */
export type ButtonLook = 'main' | 'plain' | 'danger';

export type FormButton = {
  readonly text: string;
  readonly look?: ButtonLook;
  /** Sent with the form when this button is pressed. */
  readonly name?: string;
  readonly value?: string;
  /** The id of the form where the button stands outside it. */
  readonly form?: string;
  /** What a screen reader says where the text alone is not enough, such as 删除 文件甲. */
  readonly spoken?: string;
  /** The button of small tools inside tables. */
  readonly small?: boolean;
};

/** A button that sends its form. */
export function submitButton({ text, look = 'main', name, value, form, spoken, small }: FormButton): Html {
  const classes = [look === 'main' ? '' : look, small === true ? 'small' : ''].filter(Boolean).join(' ');
  return html`<button type="submit"${classes !== '' && html` class="${classes}"`}${
    name !== undefined && html` name="${name}"`
  }${value !== undefined && html` value="${value}"`}${form !== undefined && html` form="${form}"`}${
    spoken !== undefined && html` aria-label="${spoken}"`
  }>${text}</button>`;
}

/** A link that looks like a button, for going somewhere; never for an act. */
export function buttonLink(text: string, href: string, look: 'main' | 'plain' = 'plain'): Html {
  return html`<a class="button${look === 'plain' && ' plain'}" href="${href}">${text}</a>`;
}

/** The buttons of a form in one row, the main one first; `back` leads away without sending. */
export function formButtons(
  buttons: readonly FormButton[],
  back?: { readonly text: string; readonly href: string },
): Html {
  return html`<div class="actions">
${buttons.map(
  button => html`${submitButton(button)}
`,
)}${
    back !== undefined &&
    html`<a class="button plain" href="${back.href}">${back.text}</a>
`
  }</div>
`;
}
