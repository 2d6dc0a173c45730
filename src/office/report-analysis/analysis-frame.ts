import { html } from '../../views/html/html.ts';
import type { Html, HtmlValue } from '../../views/html/html.ts';
import { tabs } from '../../views/tabs/tabs.ts';
import { analysisReportPath, figuresPath, heatMapPath, similarityPath } from './analysis-paths.ts';

const VIEWS = [
  { key: 'heat-map', text: '审核热图', path: heatMapPath },
  { key: 'figures', text: '指标分析', path: figuresPath },
  { key: 'similarity', text: '文字雷同', path: similarityPath },
  { key: 'report', text: '分析报告', path: analysisReportPath },
] as const;
export type AnalysisView = (typeof VIEWS)[number]['key'];

/** What stands above every view of a year: the years there are, and the views. */
export function analysisFrame(
  { year, years, view }: { readonly year: number; readonly years: readonly number[]; readonly view: AnalysisView },
  main: HtmlValue,
): Html {
  const { path } = VIEWS.find(({ key }) => key === view)!;
  return html`<h1>${year} 年度报告分析</h1>
<nav class="year-choice" aria-label="年度"><ul>${years
    .toReversed()
    .map(
      one => html`<li><a href="${path(one)}"${one === year && html` aria-current="page"`}>${one} 年</a></li>`,
    )}</ul></nav>
${tabs(
  '分析内容',
  VIEWS.map(one => ({ text: one.text, href: one.path(year), current: one.key === view })),
)}${main}`;
}
