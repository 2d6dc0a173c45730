import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import type { Tone } from '../tag/tag.ts';

/** One figure; its link leads to exactly what was counted. */
export type FigureCard = {
  readonly label: string;
  readonly figure: string | number;
  readonly unit?: string;
  readonly href?: string;
  readonly tone?: Tone;
  readonly note?: string;
};

/** Figures at a glance. */
export function figureCards(label: string, cards: readonly FigureCard[]): Html {
  return html`<ul class="figure-cards" aria-label="${label}">
${cards.map(({ label: name, figure, unit, href, tone = 'plain', note }) => {
  const inside = html`<span class="figure-label">${name}</span><span class="figure-value">${figure}${
    unit !== undefined && html`<span class="figure-unit">${unit}</span>`
  }</span>${note !== undefined && html`<span class="figure-note">${note}</span>`}`;
  return html`<li class="figure-${tone}">${href === undefined ? html`<span class="figure-card">${inside}</span>` : html`<a class="figure-card" href="${href}">${inside}</a>`}</li>
`;
})}</ul>
`;
}
