import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SAMPLE_REPORT_2023 } from '../../../sample/qingchuan/annual-report-2023.ts';
import { FORM_CELLS } from '../../law/report-form/cells.ts';
import { aggregateReports } from './aggregate.ts';
import type { Aggregate } from './aggregate.ts';
import type { Cell } from './cell.ts';
import { cellsFor, valueAt } from './report.ts';
import type { AnnualReport } from './report.ts';

const INTO = { agency: '示范市晴川区人民政府', year: 2023 };
const unit = (agency: string, cellOf: (path: string) => Cell): AnnualReport => ({
  ...SAMPLE_REPORT_2023,
  agency,
  cells: cellsFor('2021', cellOf),
});
const number = (value: number): Cell => ({ kind: 'number', value, raw: String(value) });

function sumOf(...reports: readonly AnnualReport[]): Aggregate {
  const parts = reports.map((report, index) => ({ file: `${index + 1}.json`, report }));
  const aggregated = aggregateReports(parts, INTO);
  if (!aggregated.ok) throw new Error(aggregated.problem);
  return aggregated.value;
}

test('E10: every cell is the sum of the cells of the units, to the last cent, whatever they are', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 100_000 }), {
    minLength: FORM_CELLS['2021'].length,
    maxLength: FORM_CELLS['2021'].length,
  });
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 8 }), drawn => {
      const valueOf = (row: readonly number[], path: string) => {
        const index = FORM_CELLS['2021'].findIndex(cell => cell.path === path);
        return FORM_CELLS['2021'][index]!.unit === 'wan-yuan' ? row[index]! / 100 : row[index]!;
      };
      const { report, unread } = sumOf(
        ...drawn.map((row, index) => unit(`单位${index}`, path => number(valueOf(row, path)))),
      );
      expect(unread).toEqual([]);
      for (const { path } of FORM_CELLS['2021']) {
        const cents = drawn.reduce((sum, row) => sum + Math.round(valueOf(row, path) * 100), 0);
        expect(valueAt(report, path)).toBe(cents / 100);
      }
    }),
    { numRuns: 20 },
  );
});

test('a cell that a unit lacks has no sum; a blank or a stroke counts as 0 and is said', () => {
  const path = 'table3.closed.other.enterprise';
  const without = (cell: Cell) => unit('乙', one => (one === path ? cell : number(1)));
  const whole = unit('甲', () => number(1));
  const missing = sumOf(whole, without({ kind: 'missing', value: null, raw: '' }));
  expect([valueAt(missing.report, path), missing.unread]).toEqual([
    null,
    [{ path, name: '（六）其他处理3.其他·商业企业', files: ['2.json'] }],
  ]);
  const blank = sumOf(whole, without({ kind: 'dash', value: null, raw: '/' }));
  expect([valueAt(blank.report, path), blank.unread, blank.blank.map(({ files }) => files)]).toEqual([
    1,
    [],
    [['2.json']],
  ]);
});

test('another year, another edition and the same agency twice are refused with the file', () => {
  const refusal = (...reports: readonly AnnualReport[]) => {
    const parts = reports.map((report, index) => ({ file: `${index + 1}.json`, report }));
    const aggregated = aggregateReports(parts, INTO);
    return aggregated.ok ? null : aggregated.problem;
  };
  expect(refusal({ ...SAMPLE_REPORT_2023, year: 2022 })).toContain('1.json：报告年份是 2022 年');
  expect(refusal(SAMPLE_REPORT_2023, { ...SAMPLE_REPORT_2023, agency: '乙', edition: '2019' })).toContain('2.json');
  expect(refusal(SAMPLE_REPORT_2023, SAMPLE_REPORT_2023)).toContain('1.json 和 2.json 都是');
});
