import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { CHART_WIDTH } from './chart.ts';
import { axisMarks, coordinate } from './scale.ts';

/** Height of the drawings that have an upright axis. */
export const COLUMN_HEIGHT = 260;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 28, 30];

/** Where things stand in a drawing with categories along and values up. */
export type ColumnFrame = {
  /** Axis, marks and names of the categories. */
  readonly drawing: Html;
  /** The middle of a category. */
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** The room of one category. */
  readonly step: number;
};

export function columnFrame(
  categories: readonly string[],
  greatest: number,
  valueText: (value: number) => string,
): ColumnFrame {
  const marks = axisMarks(greatest);
  const top = marks.at(-1)!;
  const y = (value: number) => COLUMN_HEIGHT - BOTTOM - (value / top) * (COLUMN_HEIGHT - TOP - BOTTOM);
  const step = (CHART_WIDTH - LEFT - RIGHT) / Math.max(1, categories.length);
  const x = (index: number) => LEFT + step * (index + 0.5);
  const drawing = html`${marks.map(
    mark => html`<path class="chart-line" d="M${LEFT} ${coordinate(y(mark))}H${CHART_WIDTH - RIGHT}"/>
<text class="chart-mark" x="${LEFT - 8}" y="${coordinate(y(mark) + 5)}">${valueText(mark)}</text>
`,
  )}${categories.map(
    (category, index) =>
      html`<text class="chart-category" x="${coordinate(x(index))}" y="${COLUMN_HEIGHT - 8}">${category}</text>
`,
  )}`;
  return { drawing, x, y, step };
}
