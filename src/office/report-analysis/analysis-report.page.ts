import { drawChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import type { AnalysisLayout } from '../../annual-report/render/analysis/analysis-layout.ts';
import { chartGrid } from '../../views/chart/chart.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { analysisReportPath } from './analysis-paths.ts';
import { analysisTable } from './analysis-table.ts';

/** 年报分析报告 on a page, word for word what the downloads say. */
export function analysisReportMain({ title, sections }: AnalysisLayout, year: number): Html {
  return html`<p class="downloads"><a class="button plain" href="${analysisReportPath(year)}.docx" download>下载 Word 文档</a> <a class="button plain" href="${analysisReportPath(year)}.pdf" download>下载 PDF</a></p>
<article class="card analysis-report"><h2 class="report-title">${title.map(line => html`<span>${line}</span> `)}</h2>
${sections.map(
  ({ heading, paragraphs, tables, charts }) => html`<section><h3>${heading}</h3>
${paragraphs.map(text => html`<p>${text}</p>`)}
${tables.map(analysisTable)}${charts.length > 0 && chartGrid(charts.map(drawChart))}</section>
`,
)}</article>
`;
}
