import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { DIAGRAM_PART } from '../rules/diagram.ts';
import type { Diagram } from '../rules/diagram.ts';

const part = (key: keyof typeof DIAGRAM_PART, content: HtmlValue): Html =>
  html`<div class="diagram-part diagram-${key}"><h3>${DIAGRAM_PART[key]}</h3>
${content}</div>
`;

const paragraph = (key: 'purpose' | 'basis' | 'audience', text: string): HtmlValue =>
  text !== '' && part(key, html`<p>${text}</p>`);

/**
 * A diagram as markup: headings and lists that a style sheet makes a picture of, so that it is read aloud, printed and enlarged like any
 * text. `pictureHref` is where the same stands as one picture to keep or to send on; null where there is none.
 */
export function diagramHtml(diagram: Diagram, pictureHref: string | null): Html {
  const { title, purpose, basis, audience, measures, dates, figures, contact } = diagram;
  return html`<section class="diagram" aria-label="图解：${title}">
<div class="diagram-head"><p>一图读懂</p><h2>${title}</h2></div>
${paragraph('purpose', purpose)}${(basis !== '' || audience !== '') && html`<div class="diagram-pair">${paragraph('basis', basis)}${paragraph('audience', audience)}</div>`}${
    figures.length > 0 &&
    part(
      'figures',
      html`<ul>${figures.map(({ value, unit, text }) => html`<li><span class="diagram-value"><strong>${value}</strong>${unit}</span><span>${text}</span></li>`)}</ul>`,
    )
  }${
    measures.length > 0 &&
    part(
      'measures',
      html`<ol>${measures.map(({ title: name, text }) => html`<li><strong>${name}</strong>${text !== '' && html`<span>${text}</span>`}</li>`)}</ol>`,
    )
  }${
    dates.length > 0 &&
    part(
      'dates',
      html`<ol>${dates.map(({ when, text }) => html`<li><strong>${when}</strong><span>${text}</span></li>`)}</ol>`,
    )
  }${contact !== '' && part('contact', html`<p>${contact}</p>`)}${pictureHref !== null && html`<p class="diagram-keep"><a href="${pictureHref}" download>保存为长图（SVG）</a></p>`}</section>
`;
}
