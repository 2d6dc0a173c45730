import { expect, test } from 'vitest';
import { collectedReport } from '../../../test/reports/collected.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { cellDictionary, DATA_CELLS, reportData, reportLines, reportsWorkbook } from './report-cells.ts';
import type { NamedReport } from './report-cells.ts';

function published(number: number, year: number, cells: Parameters<typeof collectedReport>[2] = {}): NamedReport {
  const { agency, agencyName, report } = collectedReport(number, year, cells);
  return { agency, agencyName, year, version: 2, publishedOn: Temporal.PlainDate.from(`${year + 1}-01-20`), report };
}
const ORIGIN = 'https://zwgk.example.cn';

test('a report is a line with a column for every cell of both forms; what it does not have is empty and never 0', () => {
  const [head, now, old] = reportLines(
    [published(1, 2023, { 'table3.new.total': 7, 'table3.granted.total': 'ambiguous' }), published(1, 2020)],
    ORIGIN,
  );
  expect(head).toHaveLength(7 + DATA_CELLS.length);
  const at = (line: typeof head, path: string) => line![head!.indexOf(path)];
  expect(at(now, 'table3.new.total')).toBe(7);
  expect(at(now, 'table3.granted.total')).toBe('');
  expect(at(now, 'table2.procurement.amount')).toBe('');
  expect(at(old, 'table2.normativeDocument.inForce')).toBe('');
  expect(at(now, 'url')).toBe('https://zwgk.example.cn/annual-reports/990101-001/2023');
});

test('JSON has the cells of the edition by their paths, and null for a figure that could not be read', () => {
  const { cells, version, versionUrl } = reportData(published(1, 2023, { 'table3.new.total': 'missing' }), ORIGIN);
  expect(Object.keys(cells)).toEqual(FORM_CELLS['2021'].map(({ path }) => path));
  expect(cells['table3.new.total']).toBeNull();
  expect([version, versionUrl.endsWith('/annual-reports/990101-001/2023/versions/2')]).toEqual([2, true]);
});

test('the dictionary explains every column once', () => {
  const dictionary = cellDictionary();
  expect(new Set(dictionary.map(({ path }) => path)).size).toBe(dictionary.length);
  expect(dictionary.find(({ path }) => path === 'table3.closed.total')!.editions).toEqual(['2019']);
  expect(dictionary.find(({ path }) => path === 'table3.new.total')!.editions).toEqual(['2019', '2021']);
});

test('the workbook has a sheet for each form that there are reports of', () => {
  expect(
    reportsWorkbook([published(1, 2023), published(1, 2020)], '示范市', ORIGIN).sheets.map(({ name, rows }) => [
      name,
      rows,
    ]),
  ).toEqual([
    ['2021年格式', 2],
    ['2019年格式', 2],
  ]);
  expect(reportsWorkbook([], '示范市', ORIGIN).sheets).toHaveLength(1);
});
