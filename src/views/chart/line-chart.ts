import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { chartFigure, seriesMark, signOf } from './chart.ts';
import type { Chart, ChartSeries } from './chart.ts';
import { columnFrame, COLUMN_HEIGHT } from './column-frame.ts';
import type { ColumnFrame } from './column-frame.ts';
import { coordinate } from './scale.ts';

/** The line through the values there are; a value that is missing breaks it. */
function pathOf({ values }: ChartSeries, { x, y }: ColumnFrame): string {
  let isDown = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDown = false;
        return '';
      }
      const move = isDown ? 'L' : 'M';
      isDown = true;
      return `${move}${coordinate(x(index))} ${coordinate(y(value))}`;
    })
    .join('');
}

/** Series as lines over years. A single one has its values written at its points. */
export function lineChart(chart: Chart): Html {
  const { categories, series, valueText } = chart;
  const greatest = Math.max(0, ...series.flatMap(({ values }) => values.map(value => value ?? 0)));
  const frame = columnFrame(categories, greatest, valueText);
  const lines = series.map((one, index) => {
    const sign = signOf(one, index);
    const marks = one.values.map((value, place) => {
      if (value === null) return null;
      const [x, y] = [Math.round(frame.x(place)), Math.round(frame.y(value))];
      const text =
        series.length === 1 && html`<text class="chart-point" x="${x}" y="${y - 10}">${valueText(value)}</text>`;
      return html`${seriesMark(sign, x, y)}${text}`;
    });
    return html`<path class="chart-path line-${sign}" d="${pathOf(one, frame)}"/>${marks}
`;
  });
  return chartFigure(chart, COLUMN_HEIGHT, [frame.drawing, ...lines]);
}
