import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { withCells } from '../../../../test/reports/altered-report.ts';
import { sampleReport } from '../../../../test/reports/sample-report.ts';
import { BALANCES } from '../../../law/report-form/balances.ts';
import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import { valueAt } from '../../rules/report.ts';
import { balanceStateOf } from './balance-state.ts';
import { listMendings } from './mending.ts';

const report = sampleReport('2021');
const paths = FORM_CELLS['2021'].filter(({ table }) => table !== 'table2').map(({ path }) => path);

test('one wrong cell of table three is always found again, and what it should be', () => {
  const cells = paths.filter(path => path.startsWith('table3.'));
  assert(
    property(constantFrom(...cells), integer({ min: 1, max: 99 }), (path, more) => {
      const right = valueAt(report, path) ?? 0;
      const [mending, ...others] = listMendings(withCells(report, { [path]: right + more }));
      expect(others).toEqual([]);
      expect(mending).toMatchObject({ path, from: right + more, to: right });
    }),
    { numRuns: 300 },
  );
});

test('where the sums are right nothing is to be mended, where two causes are as likely none is named', () => {
  expect(listMendings(report)).toEqual([]);
  expect(listMendings(withCells(report, { 'table4.reconsideration.total': 3 }))).toEqual([]);
});

test('two slips apart are both named', () => {
  const wrong = withCells(report, { 'table3.granted.naturalPerson': 8, 'table3.declined.repeat.enterprise': 1 });
  expect(
    listMendings(wrong)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['table3.declined.repeat.enterprise', 'table3.granted.naturalPerson']);
});

test('a missing cell never makes an equality certain that its value could mend', () => {
  assert(
    property(constantFrom(...paths), constantFrom('blank' as const, 'missing' as const), (path, kind) => {
      const lacking = withCells(report, { [path]: kind });
      const certain = BALANCES['2021'].filter(balance => {
        const state = balanceStateOf(lacking, balance);
        return state.kind === 'broken' && state.certain;
      });
      expect(certain).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
