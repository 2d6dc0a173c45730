import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { getColumnCode } from '../../publishing/rules/column.ts';
import { ITEM_KINDS } from '../../publishing/rules/item-kind.ts';
import { TIMINGS } from '../../publishing/rules/published-group.ts';
import type { PublishedGroup } from '../../publishing/rules/published-group.ts';
import { statisticsLines } from '../render/statistics-files.ts';
import { publishingTables, sumOf } from './publishing-tables.ts';

const groups: fc.Arbitrary<readonly PublishedGroup[]> = fc.array(
  fc.record({
    agency: fc.constantFrom(...['990101-001', '990101-101'].map(getAgencyCode)),
    column: fc.constantFrom(...['news', 'policy', 'notices'].map(getColumnCode)),
    kind: fc.constantFrom(...ITEM_KINDS),
    month: fc.constantFrom('2025-01', '2025-02', '2025-11'),
    timing: fc.constantFrom(...TIMINGS),
    normative: fc.boolean(),
    count: fc.integer({ min: 1, max: 500 }),
  }),
);
const NAMES = { agencies: new Map(), columns: new Map([[getColumnCode('news'), '政务动态']]) };

test('whichever way items are split, every table adds up to the same sums, column by column', () => {
  fc.assert(
    fc.property(groups, drawn => {
      for (const { rows } of publishingTables(drawn, NAMES)) {
        const total = rows.at(-1)!;
        expect(total.cells[0]!.value).toBe(sumOf(drawn));
        for (const index of [0, 1, 2, 3]) {
          const sum = rows.slice(0, -1).reduce((all, { cells }) => all + cells[index]!.value!, 0);
          expect(sum).toBe(total.cells[index]!.value);
        }
        for (const { cells } of rows)
          expect(cells[1]!.value! + cells[2]!.value! + cells[3]!.value!).toBe(cells[0]!.value);
      }
    }),
  );
});

test('a share of nothing is not known, and an export says so with an empty field', () => {
  const tables = publishingTables([], NAMES);
  expect(tables.map(({ key }) => key)).toEqual(['kind', 'column']);
  expect(tables[0]!.rows.at(-1)!.cells.map(({ value }) => value)).toEqual([0, 0, 0, 0, null]);
  const lines = statisticsLines({ title: '', issuer: '', note: '', summary: [], tables });
  expect(lines.slice(0, 2)).toEqual([
    ['表', '行', '列', '数值'],
    ['按信息种类', '合计', '发布', 0],
  ]);
  expect(lines.at(5)).toEqual(['按信息种类', '合计', '按期率', '']);
});
