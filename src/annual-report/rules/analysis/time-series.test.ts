import { expect, test } from 'vitest';
import { collectedReport } from '../../../../test/reports/collected.ts';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { seriesOf, totalOf } from './time-series.ts';

test('a sum over agencies names those whose figure could not be read, and adds money exactly', () => {
  const reports = [
    collectedReport(1, 2023, { 'table2.administrativeFee.amountWan': 0.1, 'table3.new.total': 3 }),
    collectedReport(2, 2023, { 'table2.administrativeFee.amountWan': 0.2, 'table3.new.total': 'missing' }),
  ];
  expect(totalOf(reports, 'fees').value).toBe(0.3);
  expect(totalOf(reports, 'new')).toEqual({ value: 3, counted: 1, lacking: [getAgencyCode('990101-002')] });
});

test('a series goes from the earliest year on', () => {
  const reports = [
    collectedReport(1, 2023, { 'table3.new.total': 5 }),
    collectedReport(1, 2021, { 'table3.new.total': 2 }),
  ];
  expect(seriesOf(reports, 'new').map(({ year, value }) => [year, value.value])).toEqual([
    [2021, 2],
    [2023, 5],
  ]);
});
