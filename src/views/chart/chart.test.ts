import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import type { Chart } from './chart.ts';
import { lineChart } from './line-chart.ts';
import { axisMarks } from './scale.ts';
import { stackedBarChart } from './stacked-bar-chart.ts';

const chart: Chart = {
  id: 'applications',
  title: '申请<数量>',
  description: '三年来收到的申请',
  categoryName: '年度',
  categories: ['2021', '2022', '2023'],
  series: [
    { name: '新收', values: [3, null, 12] },
    { name: '结转', values: [1, 0, 2] },
  ],
  valueText: String,
};
const KINDS = [barChart, lineChart, stackedBarChart];

test.each(KINDS)('a chart is an image with title and description, and its figures stand in a table', draw => {
  const { markup } = draw(chart);
  expect(markup).toContain('role="img" aria-labelledby="applications-title applications-description"');
  expect(markup).toContain('<desc id="applications-description">三年来收到的申请</desc>');
  expect(markup).toContain('<caption class="unseen">申请&lt;数量&gt;</caption>');
  expect(markup).toMatch(/data-heading="新收" class="figure">12<\/td>/);
});

test.each(KINDS)('a value that is missing is said and not drawn as 0; nothing needs inline style', draw => {
  const { markup } = draw(chart);
  expect(markup).toMatch(/data-heading="新收" class="figure">—<\/td>/);
  expect(markup).not.toMatch(/ style=|NaN|Infinity/);
});

test('a line is broken where a value is missing', () => {
  const { markup } = lineChart({
    ...chart,
    categories: ['1', '2', '3', '4'],
    series: [{ name: '新收', values: [1, 2, null, 3] }],
  });
  expect(/class="chart-path line-1" d="([^"]*)"/.exec(markup)![1]!.replaceAll(/[\d. ]/g, '')).toBe('MLM');
});

test('a chart of nothing, of noughts, and of one category can be drawn', () => {
  for (const draw of KINDS)
    for (const values of [[], [0], [null], [7]]) {
      const categories = values.map((_, index) => String(2021 + index));
      expect(draw({ ...chart, categories, series: [{ name: '新收', values }] }).markup).not.toMatch(/NaN|Infinity/);
    }
});

test('series that do not fit their categories, and more than can be told apart, are refused', () => {
  expect(() => lineChart({ ...chart, series: [{ name: '新收', values: [1] }] })).toThrow('applications');
  const seven = Array.from({ length: 7 }, () => ({ name: '新收', values: [1, 2, 3] }));
  expect(() => lineChart({ ...chart, series: seven })).toThrow('applications');
});

test('the marks of an axis are few, begin at 0 and reach the greatest value', () => {
  expect(axisMarks(12)).toEqual([0, 5, 10, 15]);
  expect(axisMarks(0.34)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), greatest => {
      const marks = axisMarks(greatest);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)!).toBeGreaterThanOrEqual(greatest * (1 - 1e-6));
      expect(marks.length).toBeGreaterThanOrEqual(3);
      expect(marks.length).toBeLessThanOrEqual(6);
    }),
  );
});
