import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SAMPLE_REPORT_2023 } from '../../../../sample/qingchuan/annual-report-2023.ts';
import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Cell } from '../cell.ts';
import { cellsFor } from '../report.ts';
import type { AnnualReport } from '../report.ts';
import { isChanged } from './compare-cells.ts';
import { compareProse } from './compare-prose.ts';
import { compareReports } from './compare-reports.ts';

const cell = (value: number): Cell => ({ kind: 'number', value, raw: String(value) });
const withCells = (cells: Partial<Record<CellPath, Cell>>): AnnualReport => ({
  ...SAMPLE_REPORT_2023,
  cells: { ...SAMPLE_REPORT_2023.cells, ...cells },
});

test('a report compared with itself has no change, and its own prose stands in it wholly', () => {
  const { cells, sections } = compareReports(SAMPLE_REPORT_2023, SAMPLE_REPORT_2023);
  expect(cells).toHaveLength(200);
  expect(cells.filter(isChanged)).toEqual([]);
  expect(sections['1'].pairs.every(({ kind }) => kind === 'same')).toBe(true);
  expect(sections['1'].repeated).toBeGreaterThan(0.9);
});

test('a change is told in absolute and in relative size, and a jump is marked', () => {
  const older = withCells({ 'table2.license.decisions': cell(40), 'table2.administrativeFee.amountWan': cell(0.1) });
  const newer = withCells({ 'table2.license.decisions': cell(160), 'table2.administrativeFee.amountWan': cell(0.3) });
  const changes = compareReports(older, newer).cells.filter(isChanged);
  expect(changes).toEqual([
    {
      path: 'table2.license.decisions',
      name: '行政许可·本年处理决定数量',
      older: 40,
      newer: 160,
      change: 120,
      ratio: 4,
      unusual: '是上年的 4.0 倍',
    },
    {
      path: 'table2.administrativeFee.amountWan',
      name: '行政事业性收费·本年收费金额（单位：万元）',
      older: 0.1,
      newer: 0.3,
      change: 0.2,
      ratio: 0.3 / 0.1,
    },
  ]);
});

test('an unread cell is a change without a size, never a 0', () => {
  const newer = withCells({ 'table3.new.total': { kind: 'blank', value: null, raw: '' } });
  const change = compareReports(SAMPLE_REPORT_2023, newer).cells.find(isChanged);
  expect(change).toMatchObject({ path: 'table3.new.total', older: 3, newer: null, change: null, ratio: null });
});

test('the one row 其他处理 of 2019 is compared with the sum of the three of 2021', () => {
  const older: AnnualReport = {
    ...SAMPLE_REPORT_2023,
    edition: '2019',
    cells: cellsFor('2019', path => cell(path === 'table3.closed.total' ? 5 : 0)),
  };
  const newer = withCells({ 'table3.closed.other.total': cell(2), 'table3.closed.fee-unpaid.total': cell(1) });
  const { cells, notes } = compareReports(older, newer);
  expect(cells.find(({ path }) => path === 'table3.closed.total')).toMatchObject({ older: 5, newer: 3, change: -2 });
  expect(notes).toHaveLength(1);
});

test('what changed inside a sentence is marked, and a new sentence before it does not hide it', () => {
  const { pairs } = compareProse('全年发布信息1050条。', '一年来工作平稳。全年发布信息1280条。');
  expect(pairs).toEqual([
    { kind: 'added', newer: '一年来工作平稳。' },
    {
      kind: 'changed',
      older: [
        { text: '全年发布信息', changed: false },
        { text: '1050', changed: true },
        { text: '条。', changed: false },
      ],
      newer: [
        { text: '全年发布信息', changed: false },
        { text: '1280', changed: true },
        { text: '条。', changed: false },
      ],
    },
  ]);
});

test('no sentence of either text is lost, whatever the texts', () => {
  const sentence = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', '件'), minLength: 1, maxLength: 12 });
  const text = fc.array(sentence, { maxLength: 8 }).map(sentences => sentences.map(words => `${words}。`));
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const { pairs } = compareProse(older.join(''), newer.join(''));
      const sides = { older: [] as string[], newer: [] as string[] };
      for (const pair of pairs) {
        const join = (parts: readonly { text: string }[]) => parts.map(part => part.text).join('');
        if (pair.kind === 'same') {
          sides.older.push(pair.text);
          sides.newer.push(pair.text);
        } else if (pair.kind === 'removed') sides.older.push(pair.older);
        else if (pair.kind === 'added') sides.newer.push(pair.newer);
        else {
          sides.older.push(join(pair.older));
          sides.newer.push(join(pair.newer));
        }
      }
      expect(sides).toEqual({ older, newer });
    }),
  );
});

test('two long texts without a sentence in common are compared within seconds', () => {
  const text = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}句。`).join('');
  const started = performance.now();
  const { pairs } = compareProse(text('甲'), text('乙'));
  expect(pairs.length).toBeGreaterThanOrEqual(20_000);
  expect(performance.now() - started).toBeLessThan(20_000);
});
