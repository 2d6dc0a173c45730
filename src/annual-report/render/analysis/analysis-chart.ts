import { barChart } from '../../../views/chart/bar-chart.ts';
import type { Chart } from '../../../views/chart/chart.ts';
import { lineChart } from '../../../views/chart/line-chart.ts';
import { stackedBarChart } from '../../../views/chart/stacked-bar-chart.ts';
import type { Level } from '../../../proofreading/finding.ts';
import type { Html } from '../../../views/html/html.ts';
import { percentText, RATES } from '../../rules/analysis/rates.ts';
import type { RateKey } from '../../rules/analysis/rates.ts';
import { REPORT_FIGURES } from '../../rules/analysis/report-figures.ts';
import type { ReportFigure } from '../../rules/analysis/report-figures.ts';
import { rateSeriesOf, seriesOf, yearsOf } from '../../rules/analysis/time-series.ts';
import type { YearlyReport } from '../../rules/analysis/time-series.ts';
import { figureText } from './figure-words.ts';

/** A chart before it is drawn: a page draws it, a document may set it as a table. */
export type AnalysisChart = { readonly kind: 'bar' | 'line' | 'stacked'; readonly chart: Chart };

const DRAW = { bar: barChart, line: lineChart, stacked: stackedBarChart } as const;

/** The chart as a picture with its table. */
export const drawChart = ({ kind, chart }: AnalysisChart): Html => DRAW[kind](chart);

/** Charts in which there is something to be seen: one of noughts alone says nothing that its table does not. */
export const tellingCharts = (charts: readonly AnalysisChart[]): readonly AnalysisChart[] =>
  charts.filter(({ chart }) => chart.series.some(({ values }) => values.some(value => value !== null && value !== 0)));

/** The signs of the levels of findings: red is an error everywhere. */
export const LEVEL_SIGN = { error: 4, warning: 2, notice: 1 } as const satisfies Record<Level, number>;

/** 「2021年至2023年；2023年本年新收12，结转下年度3。」 */
function describe(years: readonly number[], series: Chart['series'], valueText: Chart['valueText']): string {
  const last = series.map(({ name, values }) => {
    const value = values.at(-1) ?? null;
    return `${name}${value === null ? '无数据' : valueText(value)}`;
  });
  return `${years[0]}年至${years.at(-1)}年；${years.at(-1)}年${last.join('，')}。`;
}

function byYears(reports: readonly YearlyReport[], chart: Pick<Chart, 'id' | 'title' | 'series' | 'valueText'>): Chart {
  const years = yearsOf(reports);
  const description = years.length === 0 ? '没有数据。' : describe(years, chart.series, chart.valueText);
  return { ...chart, description, categoryName: '年度', categories: years.map(String) };
}

const seriesFor = (reports: readonly YearlyReport[], figures: readonly ReportFigure[]) =>
  figures.map(figure => ({
    name: REPORT_FIGURES[figure].label,
    values: seriesOf(reports, figure).map(({ value }) => value.value),
  }));

/** Figures of reports by years, as lines. */
export const figuresChart = (
  reports: readonly YearlyReport[],
  id: string,
  title: string,
  figures: readonly ReportFigure[],
): AnalysisChart => ({
  kind: 'line',
  chart: byYears(reports, { id, title, series: seriesFor(reports, figures), valueText: figureText }),
});

/** Rates by years, as lines; a year without a rate breaks the line. */
export const ratesChart = (
  reports: readonly YearlyReport[],
  id: string,
  title: string,
  rates: readonly RateKey[],
): AnalysisChart => {
  const series = rates.map(rate => ({
    name: RATES[rate].label,
    values: rateSeriesOf(reports, rate).map(({ value }) => (value.kind === 'rate' ? value.value : null)),
  }));
  return { kind: 'line', chart: byYears(reports, { id, title, series, valueText: percentText }) };
};

/** The ways in which applications were settled: together they are 办理结果总计. */
export const OUTCOME_FIGURES = [
  'granted',
  'partly-granted',
  'withheld',
  'unavailable',
  'declined',
  'closed',
] as const satisfies readonly ReportFigure[];

/** How applications were settled, by years, on top of each other. */
export const outcomesChart = (reports: readonly YearlyReport[], id: string, title: string): AnalysisChart => ({
  kind: 'stacked',
  chart: byYears(reports, { id, title, series: seriesFor(reports, OUTCOME_FIGURES), valueText: figureText }),
});

/** The years of one agency at a glance: what came in, what became of it, normative documents. None where there is one year only. */
export function agencyCharts(reports: readonly YearlyReport[]): readonly AnalysisChart[] {
  if (yearsOf(reports).length < 2) return [];
  return tellingCharts([
    figuresChart(reports, 'agency-intake', '政府信息公开申请（件）', ['new', 'settled', 'carried-out']),
    outcomesChart(reports, 'agency-outcomes', '申请办理结果（件）'),
    figuresChart(reports, 'agency-documents', '行政规范性文件（件）', ['documents-issued', 'documents-in-force']),
    figuresChart(reports, 'agency-disputes', '行政复议和行政诉讼（件）', ['reconsiderations', 'suits']),
  ]);
}
