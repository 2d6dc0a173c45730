import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import type { LetterDifference } from './letter-differences.ts';
import type { LetterBlock, OfficialLetter } from './official-letter.ts';
import { attachmentLines } from './official-letter.ts';

/** The level at which a letter's title stands among the headings of its page. */
export type LetterHeadingLevel = 1 | 2 | 3;

const titleHtml = (level: LetterHeadingLevel, lines: readonly string[]): Html => {
  const spans = lines.map(line => html`<span>${line}</span>`);
  if (level === 1) return html`<h1 class="letter-title">${spans}</h1>`;
  return level === 2 ? html`<h2 class="letter-title">${spans}</h2>` : html`<h3 class="letter-title">${spans}</h3>`;
};

function blockHtml({ kind, text }: LetterBlock, level: LetterHeadingLevel): Html {
  if (kind === 'paragraph') return html`<p>${text}</p>`;
  if (level === 1) return html`<h2 class="letter-heading">${text}</h2>`;
  return level === 2 ? html`<h3 class="letter-heading">${text}</h3>` : html`<h4 class="letter-heading">${text}</h4>`;
}

/**
 * The letter for the screen and for printing from the browser: the same words in the same order as in the PDF. It is an article with
 * its title as a heading of the given level; letter-css.ts has its looks.
 */
export function letterHtml(letter: OfficialLetter, level: LetterHeadingLevel = 2): Html {
  const { documentNumber, mark, annotation, attachments } = letter;
  const title = letter.title.join('');
  return html`<article class="letter" aria-label="${title}">
<header class="letter-head">
<p class="letter-agency">${letter.letterhead}</p>
${(documentNumber !== null || mark !== null) && html`<p class="letter-number">${mark !== null && html`<strong class="letter-mark">${mark}</strong>`}${documentNumber !== null && html`<span>${documentNumber}</span>`}</p>`}
</header>
${titleHtml(level, letter.title)}
<p class="letter-addressee">${letter.addressee}：</p>
${letter.blocks.map(block => blockHtml(block, level))}
${attachments.length > 0 && html`<ul class="letter-attachments">${attachmentLines(attachments).map(line => html`<li>${line}</li>`)}</ul>`}
<footer class="letter-foot"><p class="letter-signatory">${letter.signatory}</p><p class="letter-date">${letter.date}</p></footer>
${annotation !== null && html`<p class="letter-annotation">（${annotation}）</p>`}
</article>`;
}

const ADDED = (text: string) => html`<ins>${text}</ins>`;
const REMOVED = (text: string) => html`<del>${text}</del>`;

function differenceHtml(difference: LetterDifference): Html {
  switch (difference.kind) {
    case 'same':
      return html`<p>${difference.text}</p>`;
    case 'added':
      return html`<p>${ADDED(difference.text)}</p>`;
    case 'removed':
      return html`<p>${REMOVED(difference.text)}</p>`;
    case 'changed':
      return html`<p>${difference.parts.map(({ kind, text }) =>
        kind === 'same' ? text : kind === 'added' ? ADDED(text) : REMOVED(text),
      )}</p>`;
  }
}

/** What two versions of a letter say otherwise, as text with insertions and deletions; `label` names the two for screen readers. */
export function letterDifferencesHtml(differences: readonly LetterDifference[], label: string): Html {
  const unchanged = differences.every(({ kind }) => kind === 'same');
  return html`<section class="letter-differences" aria-label="${label}">
${unchanged && html`<p class="letter-unchanged">两个版本内容相同。</p>`}
${differences.map(differenceHtml)}
</section>`;
}
