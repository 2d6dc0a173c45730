import { dataTable } from '../data-table/data-table.ts';
import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';

/** One row of figures; null where there is none, which is drawn as nothing and said in the table. */
export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Which of the six signs it bears, from 1; where none is said, that of its place. */
  readonly sign?: number;
};

/** What a chart shows. The table below it has the same figures, so nobody has to see it. */
export type Chart = {
  /** Names the chart on its page. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen in it, in a sentence: read instead of the picture. */
  readonly description: string;
  /** What the categories are: 年度, 机关. */
  readonly categoryName: string;
  readonly categories: readonly string[];
  /** At most six: more cannot be told apart. */
  readonly series: readonly ChartSeries[];
  /** A value in words: 「33.3%」, 「12」. */
  readonly valueText: (value: number) => string;
};

export const MAX_SERIES = 6;
/** Width of every drawing: on a phone its type is still read, on a desk two stand side by side. */
export const CHART_WIDTH = 440;

/** Which sign the series at a place bears, from 1. */
export const signOf = ({ sign }: ChartSeries, place: number): number => sign ?? place + 1;

/** A sign: a shape as well as a colour. */
export function seriesMark(sign: number, x: number, y: number): Html {
  const [left, right, top, bottom] = [x - 5, x + 5, y - 5, y + 5];
  const shapes = [
    html`<circle cx="${x}" cy="${y}" r="5"/>`,
    html`<rect x="${left}" y="${top}" width="10" height="10"/>`,
    html`<path d="M${x} ${top - 1}L${right + 1} ${bottom}L${left - 1} ${bottom}Z"/>`,
    html`<path d="M${x} ${top - 2}L${right + 2} ${y}L${x} ${bottom + 2}L${left - 2} ${y}Z"/>`,
    html`<path d="M${x} ${bottom + 1}L${right + 1} ${top}L${left - 1} ${top}Z"/>`,
    html`<path d="M${left} ${y - 2}H${right}V${y + 2}H${left}Z"/>`,
  ];
  return html`<g class="series-${sign}">${shapes[sign - 1]}</g>`;
}

function legend(series: readonly ChartSeries[]): Html | null {
  if (series.length < 2) return null;
  return html`<ul class="chart-legend" aria-hidden="true">${series.map(
    (one, index) =>
      html`<li><svg viewBox="0 0 16 16" width="16" height="16">${seriesMark(signOf(one, index), 8, 8)}</svg>${one.name}</li>`,
  )}</ul>
`;
}

function figures({ title, categoryName, categories, series, valueText }: Chart): Html {
  return html`<details class="chart-data"><summary>数据表</summary>
${dataTable<number>({
  caption: title,
  captionUnseen: true,
  empty: '没有数据',
  rows: categories.map((_, index) => index),
  columns: [
    { key: 'category', heading: categoryName, rowHeading: true, cell: index => categories[index] },
    ...series.map(({ name, values }, place) => ({
      key: `series-${place}`,
      heading: name,
      kind: 'figure' as const,
      cell: (index: number) => {
        const value = values[index] ?? null;
        return value === null ? '—' : valueText(value);
      },
    })),
  ],
})}</details>
`;
}

/**
 * A drawing with its caption, its description for those who cannot see it, and its figures in a table. Throws where a series has not
 * a value for every category, or where there are more than can be told apart: both are faults of the page.
 */
export function chartFigure(chart: Chart, height: number, drawing: readonly Html[]): Html {
  const { id, title, description, categories, series } = chart;
  if (series.length > MAX_SERIES || series.some(({ values }) => values.length !== categories.length))
    throw new Error(`Chart ${id} has series that cannot be drawn`);
  return html`<figure class="chart">
<figcaption>${title}</figcaption>
${legend(series)}<svg role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 0 ${CHART_WIDTH} ${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${drawing}</svg>
${figures(chart)}</figure>
`;
}

/** Charts beside each other where there is room. */
export const chartGrid = (charts: readonly Html[]): Html => html`<div class="charts">${charts}</div>
`;
