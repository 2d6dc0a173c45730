import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectedReport, findingOf } from '../../../../test/reports/collected.ts';
import { auditTrendOf, heatMapOf } from './heat-map.ts';

const AUDITS = ['row-sum', 'wording', 'sections'].map(id => ({ id, title: `检查${id}` }));
const waived = { by: '宋秋白', reason: '已核对原件', on: '2024-01-20' };

test('the heat map has the worst agency and the worst audit first, by errors before warnings before notices', () => {
  const reports = [
    collectedReport(1, 2023, {}, { findings: [findingOf('wording', 'warning'), findingOf('wording', 'warning')] }),
    collectedReport(2, 2023, {}, { findings: [findingOf('row-sum', 'error'), findingOf('wording', 'notice')] }),
    collectedReport(3, 2023),
  ];
  const { rows, columns, clean, total } = heatMapOf(reports, AUDITS);
  expect(rows.map(({ agency }) => agency.slice(-1))).toEqual(['2', '1', '3']);
  expect(columns.map(({ id }) => id)).toEqual(['row-sum', 'wording']);
  expect(clean.map(({ id }) => id)).toEqual(['sections']);
  expect(rows[1]!.cells.get('wording')).toEqual({ error: 0, warning: 2, notice: 0, waived: 0 });
  expect(total).toEqual({ error: 1, warning: 2, notice: 1, waived: 0 });
});

test('what somebody waived stands in the map but makes nobody worse', () => {
  const reports = [
    collectedReport(1, 2023, {}, { findings: [findingOf('row-sum', 'error', { waived })] }),
    collectedReport(2, 2023, {}, { findings: [findingOf('wording', 'notice')] }),
  ];
  const { rows } = heatMapOf(reports, AUDITS);
  expect(rows.map(({ agency, total }) => [agency.slice(-1), total.error, total.waived])).toEqual([
    ['2', 0, 0],
    ['1', 0, 1],
  ]);
});

test('every finding stands in exactly one cell, and the margins are the sums', () => {
  const finding = fc.record({
    audit: fc.constantFrom('row-sum', 'wording', 'sections'),
    level: fc.constantFrom('error', 'warning', 'notice' as const),
  });
  fc.assert(
    fc.property(fc.array(fc.array(finding, { maxLength: 8 }), { maxLength: 6 }), lists => {
      const reports = lists.map((list, index) =>
        collectedReport(index + 1, 2023, {}, { findings: list.map(({ audit, level }) => findingOf(audit, level)) }),
      );
      const { rows, columns, total } = heatMapOf(reports, AUDITS);
      const all = (counts: { error: number; warning: number; notice: number }) =>
        counts.error + counts.warning + counts.notice;
      const cells = rows.flatMap(row => [...row.cells.values()]);
      const sums = [cells, rows.map(row => row.total), columns.map(column => column.total), [total]].map(list =>
        list.reduce((so, counts) => so + all(counts), 0),
      );
      expect(new Set(sums)).toEqual(new Set([lists.flat().length]));
    }),
    { numRuns: 50 },
  );
});

test('the trend counts reports without an error or a warning as clean', () => {
  const reports = [
    collectedReport(1, 2022, {}, { findings: [findingOf('wording', 'error')] }),
    collectedReport(1, 2023, {}, { findings: [findingOf('wording', 'notice')] }),
    collectedReport(2, 2023),
  ];
  expect(auditTrendOf(reports)).toMatchObject([
    { year: 2022, reports: 1, clean: 0 },
    { year: 2023, reports: 2, clean: 2, counts: { notice: 1 } },
  ]);
});
