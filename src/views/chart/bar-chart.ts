import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { chartFigure, CHART_WIDTH } from './chart.ts';
import type { Chart } from './chart.ts';
import { axisMarks, coordinate } from './scale.ts';

const ROW = 46;
const BAR = 16;
/** Room for the value behind the longest bar. */
const VALUE_ROOM = 76;

/** One series as bars that lie: each category above its bar, its value behind it. For names too long to stand below a column. */
export function barChart(chart: Chart): Html {
  const { categories, series, valueText } = chart;
  const [first] = series;
  const values = first?.values ?? [];
  const greatest = axisMarks(Math.max(0, ...values.map(value => value ?? 0))).at(-1)!;
  const room = CHART_WIDTH - VALUE_ROOM;
  const rows = categories.map((category, index) => {
    const value = values[index] ?? null;
    const [top, width] = [index * ROW, ((value ?? 0) / greatest) * room];
    return html`<text x="0" y="${top + 15}">${category}</text>
<rect class="series-1" x="0" y="${top + 21}" width="${coordinate(Math.max(width, 1))}" height="${BAR}"/>
<text class="chart-value" x="${coordinate(width + 8)}" y="${top + 34}">${value === null ? '无数据' : valueText(value)}</text>
`;
  });
  return chartFigure(chart, Math.max(ROW, categories.length * ROW), rows);
}
