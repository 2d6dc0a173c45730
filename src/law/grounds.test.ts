import { expect, test } from 'vitest';
import { citationsText } from './citation.ts';
import { ANSWERS, WITHHOLDING } from './grounds.ts';
import { OUTCOME_ROWS_2021 } from './report-form/table-three.ts';
import { remedyOrderOf } from './remedies.ts';

test('the grounds of Art. 14 to 16 stand where the regulation has them, and in rows of their own', () => {
  const places = Object.values(WITHHOLDING).map(({ citations, row }) => [
    citationsText(citations).replace('《中华人民共和国政府信息公开条例》', ''),
    row,
  ]);
  expect(places).toEqual([
    ['第十四条、第三十六条第（三）项', 'withheld.state-secret'],
    ['第十四条、第三十六条第（三）项', 'withheld.forbidden-by-law'],
    ['第十四条、第三十六条第（三）项', 'withheld.security-and-stability'],
    ['第十五条、第三十六条第（三）项', 'withheld.third-party-interest'],
    ['第十六条第一款、第三十六条第（三）项', 'withheld.internal-affairs'],
    ['第十六条第二款、第三十六条第（三）项', 'withheld.deliberative'],
    ['第十六条第二款、第三十六条第（三）项', 'withheld.enforcement-file'],
  ]);
});

test('every row of table three but the closed ones has its ground', () => {
  const rows = new Set<string>([...Object.values(WITHHOLDING), ...Object.values(ANSWERS)].map(({ row }) => row));
  expect(OUTCOME_ROWS_2021.filter(row => !rows.has(row))).toEqual([
    'closed.clarification-lapsed',
    'closed.fee-unpaid',
    'closed.other',
  ]);
});

test('several citations name a source once', () => {
  expect(
    citationsText([
      { source: 'disclosure', article: 42, paragraph: 1 },
      { source: 'processing-fee', article: 3 },
      { source: 'processing-fee', article: 6 },
    ]),
  ).toBe('《中华人民共和国政府信息公开条例》第四十二条第一款和《政府信息公开信息处理费管理办法》第三条、第六条');
});

test('复议 comes first for what is withheld, from the first day of 2024', () => {
  const order = (withheld: boolean, day: string) => remedyOrderOf(withheld, Temporal.PlainDate.from(day));
  expect([order(true, '2023-12-31'), order(true, '2024-01-01'), order(false, '2024-01-01')]).toEqual([
    'free-choice',
    'reconsideration-first',
    'free-choice',
  ]);
});
