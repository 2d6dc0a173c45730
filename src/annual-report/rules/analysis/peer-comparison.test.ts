import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectedReport } from '../../../../test/reports/collected.ts';
import { comparePeers, quantileOf } from './peer-comparison.ts';
import { figureOf } from './report-figures.ts';

test('agencies are compared with those of their kind; equal values share a rank', () => {
  const reports = [5, 1, 5, 3, 9].map((count, index) =>
    collectedReport(index + 1, 2023, { 'table3.new.total': count }),
  );
  const kindOf = (agency: string) => (agency.endsWith('5') ? 'town' : 'department');
  const [departments, towns] = comparePeers(reports, kindOf, ({ report }) => figureOf(report, 'new'));
  expect(departments!.standings.map(({ rank, value }) => [rank, value])).toEqual([
    [1, 5],
    [1, 5],
    [3, 3],
    [4, 1],
  ]);
  expect(departments!.spread).toEqual({ least: 1, lowerQuartile: 2.5, median: 4, upperQuartile: 5, greatest: 5 });
  expect(towns!.spread).toBeNull();
});

test('a quantile lies between the least and the greatest value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const value = quantileOf(sorted, share);
        expect(value).toBeGreaterThanOrEqual(sorted[0]!);
        expect(value).toBeLessThanOrEqual(sorted.at(-1)!);
      },
    ),
  );
});
