import { formButtons } from '../form/form-buttons.ts';
import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

export type ConfirmPanel = {
  /** The question as a heading: 确定要撤回这件申请吗？ */
  readonly question: string;
  /** What will be so afterwards, and whether it can be taken back. */
  readonly consequence: HtmlValue;
  readonly action: string;
  /** Hidden values and further fields, such as a reason. */
  readonly fields?: HtmlValue;
  /** The act in its own words, never 确定 alone. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly back: { readonly text: string; readonly href: string };
};

/** The page before an act of weight: says what will happen and lets people go back. */
export function confirmPanel(panel: ConfirmPanel): Html {
  const { question, consequence, action, fields, confirm, danger, back } = panel;
  return html`<section class="card confirm" aria-labelledby="confirm-question">
<h1 id="confirm-question">${question}</h1>
<div class="consequence">${typeof consequence === 'string' ? html`<p>${consequence}</p>` : consequence}</div>
<form method="post" action="${action}" novalidate>
${fields}
${formButtons([{ text: confirm, look: danger === true ? 'danger' : 'main' }], back)}</form>
</section>
`;
}
