import type { DistrictAnalysis } from '../../annual-report/rules/analysis/district-analysis.ts';
import { comparePeers, PEERS_AT_LEAST } from '../../annual-report/rules/analysis/peer-comparison.ts';
import type { PeerGroup } from '../../annual-report/rules/analysis/peer-comparison.ts';
import { percentText, rateOf, RATES } from '../../annual-report/rules/analysis/rates.ts';
import type { RateKey } from '../../annual-report/rules/analysis/rates.ts';
import { figureOf, REPORT_FIGURES } from '../../annual-report/rules/analysis/report-figures.ts';
import type { ReportFigure } from '../../annual-report/rules/analysis/report-figures.ts';
import type { Point } from '../../annual-report/rules/analysis/time-series.ts';
import { drawChart } from '../../annual-report/render/analysis/analysis-chart.ts';
import { layOutAnalysis } from '../../annual-report/render/analysis/analysis-layout.ts';
import type { AgencyCode, AgencyKind } from '../../people/rules/agency.ts';
import { AGENCY_KIND_NAME } from '../../people/rules/agency-kind-name.ts';
import { chartGrid } from '../../views/chart/chart.ts';
import { lineChart } from '../../views/chart/line-chart.ts';
import { dataTable } from '../../views/data-table/data-table.ts';
import { filterBar } from '../../views/filter-bar/filter-bar.ts';
import { selectField } from '../../views/form/select-field.ts';
import { html } from '../../views/html/html.ts';
import type { Html } from '../../views/html/html.ts';
import { emptyState } from '../../views/notice/notice.ts';
import { agencyAnalysisPath, figuresPath } from './analysis-paths.ts';
import { analysisTable } from './analysis-table.ts';

/** What agencies are compared by. */
const MEASURES = {
  figures: [
    'new',
    'settled',
    'carried-out',
    'reconsiderations',
    'suits',
    'documents-issued',
    'documents-in-force',
    'licenses',
    'penalties',
  ],
  rates: ['disclosed', 'partly-disclosed', 'withheld', 'unavailable', 'declined', 'carried-out'],
} as const satisfies { readonly figures: readonly ReportFigure[]; readonly rates: readonly RateKey[] };

export type Measure =
  | { readonly kind: 'figure'; readonly key: ReportFigure }
  | { readonly kind: 'rate'; readonly key: RateKey };

const addressOf = ({ kind, key }: Measure): string => `${kind}.${key}`;
const labelOf = (measure: Measure): string =>
  measure.kind === 'figure'
    ? `${REPORT_FIGURES[measure.key].label}（${REPORT_FIGURES[measure.key].unit}）`
    : RATES[measure.key].label;

const ALL: readonly Measure[] = [
  ...MEASURES.figures.map(key => ({ kind: 'figure' as const, key })),
  ...MEASURES.rates.map(key => ({ kind: 'rate' as const, key })),
];

/** The measure that an address names; the first one where it names none. */
export const measureIn = (text: unknown): Measure => ALL.find(measure => addressOf(measure) === text) ?? ALL[0]!;

const textOf = (measure: Measure, value: number): string =>
  measure.kind === 'rate' ? percentText(value) : String(Math.round(value * 100) / 100);

function valueIn(measure: Measure, report: Parameters<typeof figureOf>[0]): number | null {
  if (measure.kind === 'figure') return figureOf(report, measure.key);
  const rate = rateOf([report], measure.key);
  return rate.kind === 'rate' ? rate.value : null;
}

function groupPart(
  { kind, standings, spread, without }: PeerGroup,
  measure: Measure,
  year: number,
  nameOf: (agency: AgencyCode) => string,
): Html {
  const text = (value: number) => textOf(measure, value);
  const spreadWords =
    spread === null
      ? `有数据的同类机关不足 ${PEERS_AT_LEAST} 个，不计算中位数和四分位数。`
      : `最低 ${text(spread.least)}，下四分位 ${text(spread.lowerQuartile)}，中位数 ${text(spread.median)}，上四分位 ${text(spread.upperQuartile)}，最高 ${text(spread.greatest)}。`;
  const standOf = (value: number): string => {
    if (spread === null) return '—';
    if (value > spread.upperQuartile) return '高于上四分位';
    return value < spread.lowerQuartile ? '低于下四分位' : '居中';
  };
  return html`<section><h3>${AGENCY_KIND_NAME[kind]}（${standings.length + without.length} 个）</h3>
<p>${spreadWords}${without.length > 0 && html`没有数据的：${without.map(nameOf).join('、')}。`}</p>
${dataTable({
  caption: `${AGENCY_KIND_NAME[kind]}：${labelOf(measure)}`,
  captionUnseen: true,
  empty: '没有可以比较的数据。',
  rows: standings,
  columns: [
    { key: 'rank', heading: '位次', kind: 'figure', cell: ({ rank }) => rank },
    {
      key: 'agency',
      heading: '机关',
      rowHeading: true,
      cell: ({ agency, agencyName }) => html`<a href="${agencyAnalysisPath(year, agency)}">${agencyName}</a>`,
    },
    { key: 'value', heading: labelOf(measure), kind: 'figure', cell: ({ value }) => text(value) },
    { key: 'stand', heading: '与同类相比', cell: ({ value }) => standOf(value) },
  ],
})}</section>
`;
}

/** What was published here, by years; null where nothing was. */
function publishedPart(published: readonly Point<number>[]): Html | null {
  const last = published.at(-1);
  if (last === undefined) return null;
  const chart = lineChart({
    id: 'published',
    title: '主动公开信息（条）',
    description: `${last.year}年发布${last.value}条。`,
    categoryName: '年度',
    categories: published.map(({ year }) => String(year)),
    series: [{ name: '发布（条）', values: published.map(({ value }) => value) }],
    valueText: String,
  });
  return html`<section><h2>信息发布</h2>
<p class="quiet">按本系统的发布登记计数，与各机关年度报告的“发布信息”口径相同；在其他网站发布的不在内。</p>
${chartGrid([chart])}</section>
`;
}

/** 指标分析: series, rates with their definitions, and agencies among their peers. */
export function figuresMain(
  analysis: DistrictAnalysis,
  kindOf: (agency: AgencyCode) => AgencyKind | undefined,
  measure: Measure,
  published: readonly Point<number>[],
): Html {
  const { year, reports, nameOf } = analysis;
  if (reports.length === 0) return emptyState(`${year} 年还没有收集到报告，收集以后这里显示指标。`);
  const { sections } = layOutAnalysis(analysis);
  const shown = sections.filter(
    ({ charts, tables }) =>
      charts.length + tables.length > 0 && charts.every(({ chart }) => chart.id !== 'audit-trend'),
  );
  const groups = comparePeers(reports, kindOf, ({ report }) => valueIn(measure, report));
  return html`${shown.map(
    ({ heading, charts, tables }) => html`<section><h2>${heading.replace(/^.、/u, '')}</h2>
${charts.length > 0 && chartGrid(charts.map(drawChart))}${tables.map(analysisTable)}</section>
`,
  )}${publishedPart(published)}<section id="peers"><h2>同类机关比较</h2>
${filterBar({
  action: `${figuresPath(year)}#peers`,
  label: '选择指标',
  filtered: false,
  button: '比较',
  fields: selectField(
    { values: { measure: addressOf(measure) }, problems: [] },
    { name: 'measure', label: '指标', options: ALL.map(one => ({ value: addressOf(one), text: labelOf(one) })) },
  ),
})}${groups.map(group => groupPart(group, measure, year, nameOf))}</section>
`;
}
