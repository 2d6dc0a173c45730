import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** How a state is felt: `plain` says nothing, `active` is going on, `good` is settled, `warning` wants care soon, `urgent` now. */
export type Tone = 'plain' | 'active' | 'good' | 'warning' | 'urgent';

/** A state as a word. Colour and outline only repeat what the word says. */
export function tag(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="tag tag-${tone}">${text}</span>`;
}
