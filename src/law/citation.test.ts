import { expect, test } from 'vitest';
import { BALANCES } from './report-form/balances.ts';
import { FORM_CELLS } from './report-form/cells.ts';
import { chineseNumeral, citationText } from './citation.ts';

test('an article, paragraph and item are written as an official writes them', () => {
  expect(citationText({ source: 'disclosure', article: 20, paragraph: 1, item: 8 })).toBe(
    '《中华人民共和国政府信息公开条例》第二十条第一款第（八）项',
  );
  expect(citationText({ source: 'report-form-2021' })).toBe(
    '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）',
  );
});

test('Chinese numerals from 1 to 999', () => {
  expect([1, 10, 11, 20, 49, 100, 101, 110, 115, 999].map(chineseNumeral)).toEqual(
    '一 十 十一 二十 四十九 一百 一百零一 一百一十 一百一十五 九百九十九'.split(' '),
  );
  expect(() => chineseNumeral(0)).toThrow(RangeError);
});

test('the form of 2021 has 10 + 175 + 15 cells, that of 2019 22 + 161 + 15', () => {
  const count = (edition: '2019' | '2021', table: string) =>
    FORM_CELLS[edition].filter(cell => cell.table === table).length;
  expect(['table2', 'table3', 'table4'].map(table => count('2021', table))).toEqual([10, 175, 15]);
  expect(['table2', 'table3', 'table4'].map(table => count('2019', table))).toEqual([22, 161, 15]);
});

test('the form demands 42 equalities: 25 rows, 7 columns twice, 3 groups (2019: 23 rows)', () => {
  expect(BALANCES['2021'].length).toBe(25 + 7 + 7 + 3);
  expect(BALANCES['2019'].length).toBe(23 + 7 + 7 + 3);
});
