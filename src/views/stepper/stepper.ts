import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** One page of several that belong together; an address where one may go back to it. */
export type StepperStep = { readonly text: string; readonly href?: string };

/** How far somebody is in a form of several pages; `current` counts from 1. */
export function stepper(steps: readonly StepperStep[], current: number): Html {
  return html`<ol class="stepper" aria-label="步骤">
${steps.map(({ text, href }, index) => {
  const place = index + 1;
  const state = place < current ? 'done' : place === current ? 'current' : 'waiting';
  const name = html`<span class="stepper-number">${place}</span>${text}${state === 'done' && html`<span class="unseen">（已完成）</span>`}`;
  return html`<li class="${state}"${state === 'current' && html` aria-current="step"`}>${
    href !== undefined && state === 'done'
      ? html`<a href="${href}">${name}</a>`
      : html`<span class="stepper-name">${name}</span>`
  }</li>
`;
})}</ol>
`;
}
