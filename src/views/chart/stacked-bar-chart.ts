import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { chartFigure, signOf } from './chart.ts';
import type { Chart } from './chart.ts';
import { columnFrame, COLUMN_HEIGHT } from './column-frame.ts';
import { coordinate } from './scale.ts';

const MAX_BAR = 56;
/** A part lower than this has no room for its value; the table has it. */
const ROOM_FOR_TEXT = 18;

/** Series on top of each other in a column for each category: parts of a whole, in the order of the series from below. */
export function stackedBarChart(chart: Chart): Html {
  const { categories, series, valueText } = chart;
  const sums = categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const frame = columnFrame(categories, Math.max(0, ...sums), valueText);
  const width = Math.min(MAX_BAR, frame.step * 0.7);
  const columns = categories.map((_, index) => {
    let below = 0;
    return series.map((one, place) => {
      const value = one.values[index] ?? 0;
      if (value === 0) return null;
      const [bottom, top] = [frame.y(below), frame.y(below + value)];
      below += value;
      const x = frame.x(index);
      const text =
        bottom - top >= ROOM_FOR_TEXT &&
        html`<text class="chart-inside" x="${coordinate(x)}" y="${coordinate((bottom + top) / 2 + 5)}">${valueText(value)}</text>`;
      return html`<rect class="series-${signOf(one, place)} chart-part" x="${coordinate(x - width / 2)}" y="${coordinate(top)}" width="${coordinate(width)}" height="${coordinate(bottom - top)}"/>${text}
`;
    });
  });
  return chartFigure(chart, COLUMN_HEIGHT, [frame.drawing, html`${columns}`]);
}
