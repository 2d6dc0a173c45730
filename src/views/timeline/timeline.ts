import { html } from '../html/html.ts';
import type { Html, HtmlValue } from '../html/html.ts';

const STATE_WORD = { done: '已完成', current: '进行中', waiting: '未开始', failed: '已终止' } as const;

export type TimelineStep = {
  readonly title: string;
  readonly state: keyof typeof STATE_WORD;
  /** When it happened or is due, in words: 2026年3月2日 or 最迟 2026年3月30日. */
  readonly when?: string;
  readonly detail?: HtmlValue;
};

/** Where something stands: its steps from first to last. Each says its state in words, seen or heard. */
export function timeline(label: string, steps: readonly TimelineStep[]): Html {
  return html`<ol class="timeline" aria-label="${label}">
${steps.map(
  ({ title, state, when, detail }) => html`<li class="${state}"${state === 'current' && html` aria-current="step"`}>
<p class="timeline-title">${title}<span class="timeline-state">${STATE_WORD[state]}</span></p>
${
  when !== undefined &&
  html`<p class="quiet">${when}</p>
`
}${
    detail !== undefined &&
    html`<div>${detail}</div>
`
  }</li>
`,
)}</ol>
`;
}
