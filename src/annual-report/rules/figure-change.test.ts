import { expect, test } from 'vitest';
import { withCells } from '../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { changesSince } from './figure-change.ts';

const KEY = 'table2.license.decisions';
const change = (before: number, after: number) =>
  changesSince(withCells(sampleReport('2021'), { [KEY]: before }), { [KEY]: after })[0]!;

test('a figure below half or above double of last year’s is to be explained, a handful more or less is not', () => {
  expect([change(100, 200), change(100, 50)].map(({ ratio, asksWhy }) => [ratio, asksWhy])).toEqual([
    [100, false],
    [-50, false],
  ]);
  expect([change(100, 201), change(100, 49)].map(({ asksWhy }) => asksWhy)).toEqual([true, true]);
  expect([change(3, 9).asksWhy, change(3, 13).asksWhy]).toEqual([false, true]);
});

test('from nothing to many has no ratio and is to be explained; without last year’s report nothing can be said', () => {
  expect(change(0, 12)).toMatchObject({ before: 0, ratio: null, asksWhy: true });
  expect(change(0, 0)).toMatchObject({ ratio: null, asksWhy: false });
  expect(changesSince(null, { [KEY]: 12, 'work.trainings': 2 })).toMatchObject([
    { before: null, asksWhy: false },
    { key: 'work.trainings', before: null, asksWhy: false },
  ]);
});
