import { expect, test } from 'vitest';
import fc from 'fast-check';
import { collectedReport } from '../../../../test/reports/collected.ts';
import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import { auditReport } from '../../audits/run-audits.ts';
import { cellAt, valueAt } from '../report.ts';
import { aggregateDistrict, differencesFromSum, sharesOf } from './district-aggregate.ts';
import { draftDistrictReport } from './district-draft.ts';

const DISTRICT = { name: '示范市晴川区人民政府', year: 2023 };
const FACTS = { government: DISTRICT.name, office: '示范市晴川区人民政府办公室', year: 2023 };
const five = [1, 2, 3, 4, 5].map(number => collectedReport(number, 2023));
const expected = new Map(five.map(({ agency, agencyName }) => [agency, agencyName]));

test('the draft of the area’s report says in prose what its tables say, and asks for assessment, public opinion and accountability', () => {
  const draft = draftDistrictReport(aggregateDistrict(five, expected, DISTRICT), FACTS);
  const { findings } = auditReport(draft);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(draft.sections['1']).toMatch(/工作考核：【.*社会评议：【.*责任追究：【/);
  expect(draft.sections['1']).toContain('新收政府信息公开申请115件');
});

test('a report that is missing, was returned or has another form is not in the sum, and is named', () => {
  const [, second, third, ...rest] = five;
  const other = collectedReport(3, 2020);
  const parts = [{ ...second!, state: 'returned' as const }, { ...third!, report: other.report }, ...rest];
  const sum = aggregateDistrict(parts, expected, DISTRICT);
  expect(sum.parts.map(({ agencyName }) => agencyName)).toEqual(rest.map(({ agencyName }) => agencyName));
  expect(sum.uncounted.map(({ name, why }) => [name, why])).toEqual([
    ['示范市晴川区机关1', 'missing'],
    ['示范市晴川区机关2', 'returned'],
    ['示范市晴川区机关3', 'other-form'],
  ]);
});

test('E10: whatever the agencies report, every cell is the sum of its shares; a change of one part shows as a difference', () => {
  const cells = fc.dictionary(
    fc.constantFrom(...FORM_CELLS['2021'].map(({ path }) => path)),
    fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('blank' as const, 'dash' as const, 'missing' as const)),
    { maxKeys: 12 },
  );
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), changes => {
      const parts = changes.map((change, index) => collectedReport(index + 1, 2023, change));
      const all = new Map(parts.map(({ agency, agencyName }) => [agency, agencyName]));
      const sum = aggregateDistrict(parts, all, DISTRICT);
      for (const { path } of FORM_CELLS['2021']) {
        const shares = sharesOf(sum, path);
        const isWhole = shares.every(({ cell }) => !['missing'].includes(cell.kind));
        const total = shares.reduce((so, { cell }) => so + Math.round((cell.value ?? 0) * 100), 0) / 100;
        expect([path, valueAt(sum.report, path)]).toEqual([path, isWhole ? total : null]);
        expect(sum.unread.has(path)).toBe(!isWhole);
      }
      const [first, ...rest] = parts;
      const value = valueAt(first!.report, 'table3.new.enterprise');
      if (value === null || valueAt(sum.report, 'table3.new.enterprise') === null) return;
      const corrected = {
        ...first!,
        report: {
          ...first!.report,
          cells: {
            ...first!.report.cells,
            'table3.new.enterprise': { kind: 'number' as const, value: value + 1, raw: String(value + 1) },
          },
        },
      };
      const now = aggregateDistrict([corrected, ...rest], all, DISTRICT);
      expect(differencesFromSum(sum.report, now.report).map(({ path }) => path)).toEqual(['table3.new.enterprise']);
      expect(cellAt(now.report, 'table3.new.enterprise').kind).toBe('computed');
    }),
    { numRuns: 60 },
  );
});
