import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { diagramHtml } from './diagram-html.ts';
import type { Body, BodyBlock, BodyCell, Inline } from '../rules/body.ts';

type ImageBlock = Extract<BodyBlock, { kind: 'image' }>;

/** How a page shows what a body only names. */
export type BodyLook = {
  /** The `img` of a picture. */
  readonly picture: (image: ImageBlock) => Html;
  /** Where a link leads: its own address, or a page that says that one leaves the site. */
  readonly linkHref?: (href: string) => string;
  /** Where a diagram stands as one picture; absent where it does not. */
  readonly diagramHref?: string;
};

function inlineHtml(part: Inline, { linkHref = href => href }: BodyLook): HtmlValue {
  if (part.kind === 'link') return html`<a href="${linkHref(part.href)}">${part.text}</a>`;
  return part.strong === true ? html`<strong>${part.text}</strong>` : part.text;
}

const inlinesHtml = (parts: readonly Inline[], look: BodyLook): HtmlValue => parts.map(part => inlineHtml(part, look));

function cellHtml({ text, heading, rowSpan, columnSpan }: BodyCell, inFirstRow: boolean): Html {
  const spans = html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${columnSpan > 1 && html` colspan="${columnSpan}"`}`;
  return heading
    ? html`<th scope="${inFirstRow ? 'col' : 'row'}"${spans}>${text}</th>`
    : html`<td${spans}>${text}</td>`;
}

function tableHtml({ caption, rows }: Extract<BodyBlock, { kind: 'table' }>): Html {
  // Rows of headings only, at the top: their cells name columns, all others rows.
  const firstData = rows.findIndex(row => row.some(({ heading }) => !heading));
  const headRows = firstData < 0 ? rows.length : firstData;
  return html`<table>
${
  caption !== null &&
  html`<caption>${caption}</caption>
`
}${rows.map(
    (row, index) => html`<tr>${row.map(cell => cellHtml(cell, index < headRows))}</tr>
`,
  )}</table>
`;
}

function blockHtml(part: BodyBlock, look: BodyLook): Html {
  switch (part.kind) {
    case 'paragraph':
      return html`<p${part.align !== undefined && part.align !== 'start' && html` class="align-${part.align}"`}>${inlinesHtml(part.inlines, look)}</p>
`;
    case 'heading':
      if (part.level === 2)
        return html`<h2>${part.text}</h2>
`;
      return part.level === 3
        ? html`<h3>${part.text}</h3>
`
        : html`<h4>${part.text}</h4>
`;
    case 'list': {
      const entries = part.entries.map(
        entry => html`<li>${inlinesHtml(entry, look)}</li>
`,
      );
      return part.ordered
        ? html`<ol>
${entries}</ol>
`
        : html`<ul>
${entries}</ul>
`;
    }
    case 'table':
      return tableHtml(part);
    case 'image':
      return html`<figure>${look.picture(part)}${part.caption !== null && html`<figcaption>${part.caption}</figcaption>`}</figure>
`;
    case 'diagram':
      return diagramHtml(part, look.diagramHref ?? null);
  }
}

/** The body of an item as markup. Everything in it is escaped; nothing but these elements can come of a body. */
export function bodyHtml(body: Body, look: BodyLook): Html {
  return html`${body.map(part => blockHtml(part, look))}`;
}
