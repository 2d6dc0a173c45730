import type { AnalysisTable } from '../../annual-report/render/analysis/analysis-layout.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';

const isFigure = (text: string): boolean => /^(?:—|-?\d)/.test(text);

/** A table of the analysis on a page: narrow enough to stay a table on a phone, where a block for each row would be a yard long. */
export function analysisTable({ caption, head, rows }: AnalysisTable): Html {
  const look = (column: number) => column > 0 && rows.every(row => isFigure(row[column]!)) && html` class="figure"`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table class="analysis-table">
<caption>${caption}</caption>
<thead><tr>${head.map((heading, column) => html`<th scope="col"${look(column)}>${heading}</th>`)}</tr></thead>
<tbody>
${rows.map(
  row => html`<tr>${row.map((text, column) =>
    column === 0 ? html`<th scope="row">${text}</th>` : html`<td${look(column)}>${text}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
</div>
`;
}
