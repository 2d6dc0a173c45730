import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReport } from '../../../../test/reports/any-report.ts';
import { collectedReport } from '../../../../test/reports/collected.ts';
import { OUTCOME_ROWS } from '../../../law/report-form/table-three.ts';
import { definitionOf, OUTCOME_RATES, percentText, rateOf, RATES, rateText } from './rates.ts';
import type { RateKey } from './rates.ts';
import { figureOf, REPORT_FIGURES } from './report-figures.ts';
import type { ReportFigure } from './report-figures.ts';

/** What was settled, and how: everything else 0. */
const settled = (granted: number, partly: number, withheld: number) => ({
  ...Object.fromEntries(OUTCOME_ROWS['2021'].map(row => [`table3.${row}.total`, 0])),
  'table3.granted.total': granted,
  'table3.partly-granted.total': partly,
  'table3.withheld.deliberative.total': withheld,
  'table3.settled.total': granted + partly + withheld,
});

test('a rate says what it is the share of, in words', () => {
  expect(definitionOf('disclosed')).toBe('（予以公开＋部分公开）÷办理结果总计');
  expect(definitionOf('litigation-corrected')).toBe('行政诉讼结果纠正÷行政诉讼已审结');
});

test('公开率 counts what was given wholly and in part', () => {
  const { report } = collectedReport(1, 2023, settled(30, 10, 20));
  expect(rateOf([report], 'disclosed')).toEqual({
    kind: 'rate',
    value: 40 / 60,
    numerator: 40,
    denominator: 60,
    few: false,
  });
  expect(rateText(rateOf([report], 'withheld'))).toBe('33.3%');
});

test('the rate of several agencies is that of their sums, not the mean of their rates', () => {
  const reports = [settled(1, 0, 0), settled(0, 0, 9)].map(
    (cells, index) => collectedReport(index + 1, 2023, cells).report,
  );
  expect(rateOf(reports, 'disclosed')).toMatchObject({ value: 0.1, few: true });
});

test('where nothing is counted there is no rate, and it is not 0', () => {
  const { report } = collectedReport(1, 2023, settled(0, 0, 0));
  expect(rateOf([report], 'disclosed')).toEqual({ kind: 'none', why: 'nothing-counted' });
  expect(rateText(rateOf([report], 'disclosed'))).toBe('—（分母为0）');
});

test('a cell that could not be read is no 0: the report is left out, and where there is no other there is no rate', () => {
  const unread = collectedReport(1, 2023, { ...settled(5, 0, 5), 'table3.granted.total': 'ambiguous' }).report;
  const read = collectedReport(2, 2023, settled(1, 0, 3)).report;
  expect(figureOf(unread, 'granted')).toBeNull();
  expect(rateOf([unread], 'disclosed')).toEqual({ kind: 'none', why: 'unread' });
  expect(rateOf([unread, read], 'disclosed')).toMatchObject({ value: 0.25 });
});

test('a blank or a stroke is 0, as offices print it', () => {
  const { report } = collectedReport(1, 2023, { 'table3.new.total': 'blank', 'table2.license.decisions': 'dash' });
  expect([figureOf(report, 'new'), figureOf(report, 'licenses')]).toEqual([0, 0]);
});

test('其他处理 is one row in the form of 2019 and three in that of 2021; what a form does not have is not 0', () => {
  const old = collectedReport(1, 2020, { 'table3.closed.total': 4 }).report;
  const now = collectedReport(1, 2023, {
    'table3.closed.other.total': 1,
    'table3.closed.fee-unpaid.total': 2,
    'table3.closed.clarification-lapsed.total': 3,
  }).report;
  expect([figureOf(old, 'closed'), figureOf(now, 'closed')]).toEqual([4, 6]);
  expect(figureOf(old, 'documents-issued')).toBeNull();
});

test('in any report that balances, the shares of what was settled make the whole', () => {
  fc.assert(
    fc.property(anyReport, report => {
      const parts = (['granted', 'partly-granted', 'withheld', 'unavailable', 'declined', 'closed'] as const).map(
        figure => figureOf(report, figure),
      );
      fc.pre(!parts.includes(null));
      const sum = parts.reduce<number>((so, part) => so + part!, 0);
      fc.pre(sum > 0);
      const cells = {
        ...report.cells,
        'table3.settled.total': { kind: 'number', value: sum, raw: String(sum) } as const,
      };
      const rates = OUTCOME_RATES.map(rate => rateOf([{ ...report, cells }], rate));
      const shares = rates.map(rate => (rate.kind === 'rate' ? rate.value : Number.NaN));
      expect(shares.reduce((so, share) => so + share, 0)).toBeCloseTo(1, 9);
    }),
    { numRuns: 50 },
  );
});

test('percentages are rounded to one decimal', () => {
  expect([0, 1, 1 / 3, 0.99951].map(percentText)).toEqual(['0.0%', '100.0%', '33.3%', '100.0%']);
});

test('every figure and every rate has a name of its own', () => {
  const names = [
    ...Object.keys(REPORT_FIGURES).map(key => REPORT_FIGURES[key as ReportFigure].label),
    ...Object.keys(RATES).map(key => RATES[key as RateKey].label),
  ];
  expect(new Set(names).size).toBe(names.length);
});
