import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { attachmentLines } from './official-letter.ts';
import type { OfficialLetter } from './official-letter.ts';

/** A letter to be read on the screen: the same words as on paper, in the same order. `heading` is the level of its title on the page. */
export function letterHtml(letter: OfficialLetter, heading: 1 | 2 = 1): Html {
  const { letterhead, documentNumber, title, addressee, blocks, attachments, signatory, date, annotation, mark } =
    letter;
  const text = title.join('');
  return html`<article class="letter">
${mark !== null && html`<p class="letter-mark">${mark}</p>`}<p class="letter-head">${letterhead}</p>
${documentNumber !== null && html`<p class="letter-number">${documentNumber}</p>`}${heading === 1 ? html`<h1 class="letter-title">${text}</h1>` : html`<h2 class="letter-title">${text}</h2>`}
<p>${addressee}：</p>
${blocks.map(block =>
  block.kind === 'heading'
    ? html`<p class="letter-heading">${block.text}</p>`
    : html`<p class="letter-text">${block.text}</p>`,
)}${attachmentLines(attachments).map(line => html`<p class="letter-text">${line}</p>`)}
<p class="letter-end">${signatory}<br>${date}</p>
${annotation !== null && html`<p class="letter-text">（${annotation}）</p>`}</article>
`;
}
