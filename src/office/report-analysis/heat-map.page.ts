import type { DistrictAnalysis } from '../../annual-report/rules/analysis/district-analysis.ts';
import { gravestOf, standing } from '../../annual-report/rules/analysis/heat-map.ts';
import type { AuditCounts, AuditYear, HeatMap } from '../../annual-report/rules/analysis/heat-map.ts';
import { drawChart, LEVEL_SIGN } from '../../annual-report/render/analysis/analysis-chart.ts';
import type { AnalysisChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Level } from '../../proofreading/finding.ts';
import { chartGrid } from '../../views/chart/chart.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { figureCards } from '../../views/figure-cards/figure-cards.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import { emptyState, notice } from '../../views/notice/notice.ts';
import { RECTIFICATIONS_PATH } from '../rectifications/rectification-paths.ts';
import { agencyAnalysisPath, heatMapPath } from './analysis-paths.ts';

const SHORT = { error: '错', warning: '警', notice: '提' } as const satisfies Record<Level, string>;

function countsInCell(counts: AuditCounts): Html {
  const waived = counts.waived > 0 && html`<span class="quiet">免${counts.waived}</span>`;
  return html`${LEVELS.filter(level => counts[level] > 0).map(level => html`<span>${SHORT[level]}${counts[level]}</span> `)}${waived}`;
}

function heatTable({ rows, columns, total }: HeatMap, year: number): Html {
  return html`<div class="scroll heat-map" tabindex="0" role="region" aria-label="审核热图">
<table>
<caption class="unseen">各机关报告的审核发现</caption>
<thead><tr><th scope="col">机关</th><th scope="col">合计</th>${columns.map(
    ({ title }) => html`<th scope="col" class="audit"><span>${title}</span></th>`,
  )}</tr></thead>
<tbody>
${rows.map(
  ({
    agency,
    agencyName,
    total: ofRow,
    cells,
  }) => html`<tr><th scope="row"><a href="${agencyAnalysisPath(year, agency)}">${agencyName}</a></th><td class="heat-total">${
    standing(ofRow) + ofRow.waived === 0 ? '无' : countsInCell(ofRow)
  }</td>${columns.map(({ id, title }) => {
    const counts = cells.get(id);
    if (counts === undefined) return html`<td></td>`;
    return html`<td class="heat heat-${gravestOf(counts) ?? 'waived'}"><a href="${agencyAnalysisPath(year, agency, id)}"><span class="unseen">${agencyName}，${title}：</span>${countsInCell(counts)}</a></td>`;
  })}</tr>
`,
)}</tbody>
<tfoot><tr><th scope="row">合计</th><td class="heat-total">${countsInCell(total)}</td>${columns.map(
    column => html`<td>${countsInCell(column.total)}</td>`,
  )}</tr></tfoot>
</table>
</div>
<p class="quiet">错＝错误，警＝警告，提＝提示，免＝已说明不作修改。机关和审核项都按问题由重到轻排列，点数字看具体问题。</p>
`;
}

function trendCharts(trend: readonly AuditYear[]): readonly AnalysisChart[] {
  const categories = trend.map(({ year }) => String(year));
  const clean = trend.map(one => one.clean / one.reports);
  const shown = (value: number) => `${Math.round(value * 100)}%`;
  const last = trend.at(-1);
  if (last === undefined || trend.length < 2) return [];
  return [
    {
      kind: 'stacked',
      chart: {
        id: 'audit-trend',
        title: '各年审核发现（处）',
        description: `${last.year}年错误${last.counts.error}处，警告${last.counts.warning}处，提示${last.counts.notice}处。`,
        categoryName: '年度',
        categories,
        series: LEVELS.toReversed().map(level => ({
          name: LEVEL_NAME[level],
          values: trend.map(({ counts }) => counts[level]),
          sign: LEVEL_SIGN[level],
        })),
        valueText: String,
      },
    },
    {
      kind: 'line',
      chart: {
        id: 'clean-trend',
        title: '没有错误和警告的报告占比',
        description: `${last.year}年${last.reports}份报告中${last.clean}份没有错误和警告。`,
        categoryName: '年度',
        categories,
        series: [{ name: '占比', values: clean }],
        valueText: shown,
      },
    },
  ];
}

/** 审核热图: agencies × audits, the worst first, with what has been ordered and how it goes over the years. */
export function heatMapMain(analysis: DistrictAnalysis): Html {
  const { year, heat, trend, reports, missing, rectifications } = analysis;
  if (reports.length === 0) return emptyState(`${year} 年还没有收集到报告，收集以后这里显示审核结果。`);
  const charts = trendCharts(trend);
  return html`${figureCards('审核概况', [
    {
      label: '报告',
      figure: reports.length,
      unit: '份',
      ...(missing.length > 0 ? { note: `还差 ${missing.length} 个机关` } : {}),
    },
    { label: '错误', figure: heat.total.error, unit: '处', tone: heat.total.error > 0 ? 'urgent' : 'good' },
    { label: '警告', figure: heat.total.warning, unit: '处', tone: heat.total.warning > 0 ? 'warning' : 'good' },
    { label: '提示', figure: heat.total.notice, unit: '处' },
    {
      label: '整改任务未办结',
      figure: rectifications.open + rectifications.answered,
      unit: '项',
      href: RECTIFICATIONS_PATH,
      tone: rectifications.overdue > 0 ? 'urgent' : 'plain',
      ...(rectifications.overdue > 0 ? { note: `逾期 ${rectifications.overdue} 项` } : {}),
    },
  ])}${
    missing.length > 0 && notice('info', `没有报告的机关：${missing.join('、')}。`)
  }<section aria-labelledby="heat-title"><h2 id="heat-title">机关和审核项</h2>
${heat.columns.length === 0 ? emptyState('所有审核项都没有发现问题。') : heatTable(heat, year)}
<p class="downloads">下载：<a href="${heatMapPath(year)}/heat-map.xlsx" download>热图 Excel</a>　<a href="${heatMapPath(year)}/heat-map.csv" download>热图 CSV</a>　<a href="${heatMapPath(year)}/findings.xlsx" download>问题清单 Excel</a>　<a href="${heatMapPath(year)}/findings.csv" download>问题清单 CSV</a></p>
${
  heat.clean.length > 0 &&
  html`<details><summary>没有发现问题的审核项（${heat.clean.length} 项）</summary><p>${heat.clean.map(({ title }) => title).join('；')}。</p></details>
`
}</section>
${
  charts.length > 0 &&
  html`<section aria-labelledby="trend-title"><h2 id="trend-title">历年变化</h2>
${chartGrid(charts.map(drawChart))}${dataTable({
    caption: '历年审核',
    captionUnseen: true,
    empty: '没有报告。',
    rows: trend.toReversed(),
    columns: [
      {
        key: 'year',
        heading: '年度',
        rowHeading: true,
        cell: one => html`<a href="${heatMapPath(one.year)}">${one.year} 年</a>`,
      },
      { key: 'reports', heading: '报告', kind: 'figure', cell: one => one.reports },
      { key: 'clean', heading: '无错误警告', kind: 'figure', cell: one => one.clean },
      { key: 'error', heading: '错误', kind: 'figure', cell: ({ counts }) => counts.error },
      { key: 'warning', heading: '警告', kind: 'figure', cell: ({ counts }) => counts.warning },
      { key: 'notice', heading: '提示', kind: 'figure', cell: ({ counts }) => counts.notice },
    ],
  })}</section>
`
}`;
}
