import { expect, test } from 'vitest';
import { barStyleOf, joinBrokenRows } from './barred-rows.ts';
import { variantOf } from './label-variant.ts';
import { lineEndsPerCell } from './line-elements.ts';
import { withoutMarkup } from './markup-residue.ts';
import { findHeaderYear, slotsOfYear } from './side-by-side.ts';
import { cutAtSpaces } from './spaced-line.ts';

test('rows broken at a blank cell are joined, and only in a table whose rows begin without a bar', () => {
  const rows = ['规章 | 1 | 2 | 3 |', '行政许可 | 0 |', '| 4 |', '行政处罚 | 0 | 0 | 0 |', '行政强制 | 1 | 1 | 1 |'];
  expect(joinBrokenRows(rows, barStyleOf(rows))).toEqual([rows[0], '行政许可 | 0 | | 4 |', '', rows[3], rows[4]]);
  const opened = rows.map(line => `| ${line}`);
  expect(joinBrokenRows(opened, barStyleOf(opened))).toEqual(opened);
});

test('lines are cut at their spaces only where they are rows', () => {
  expect(cutAtSpaces('规章 0 1 2')?.map(part => part.text)).toEqual(['规章', '0', '1', '2']);
  expect(cutAtSpaces('结果维持 结果纠正 其他结果')?.length).toBe(3);
  expect(
    cutAtSpaces('正、行政机关不再处理其政府信    23  16   0')
      ?.map(part => part.text)
      .slice(1),
  ).toEqual(['23', '16', '0']);
  expect(cutAtSpaces('2023 年政府信息公开工作年度报告')).toBeNull();
  expect(cutAtSpaces('我局 2023 年共发布信息 1050 条')).toBeNull();
  expect(cutAtSpaces('一、总体情况')).toBeNull();
});

test('tags of a table left in a text become fields', () => {
  expect(withoutMarkup(['<tr><td>规章</td><td align="center">3</td></tr>']).join('\n').trim()).toBe('规章\t3');
  expect(withoutMarkup(['a < b > c'])).toEqual(['a < b > c']);
});

test('how many line ends lie between two cells', () => {
  expect(lineEndsPerCell(['规章', '', '0', '', '0', '', '0'])).toBe(2);
  expect(lineEndsPerCell(['规章', '0', '0', '0'])).toBe(1);
});

test.each([
  ['（三）不予公开', '（三）不予公开', null],
  ['（三） 不予公开', '（三）不予公开', 'spacing'],
  ['(三)不予公开', '（三）不予公开', 'width'],
  ['1、属于国家秘密', '1.属于国家秘密', 'numbering'],
  [
    '（二）部分公开（区分处理的,只计这一情形,不计其他情形）',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'width',
  ],
  [
    '（二）部分公开（区分处理的、只计这一情形、不计其他情形）',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'width',
  ],
  ['（1）属于国家秘密', '1.属于国家秘密', 'numbering'],
  ['行政規範性檔案', '行政规范性文件', 'traditional'],
  ['2.其他法律行政止公开', '2.其他法律行政法规禁止公开', 'wording'],
] as const)('%s for %s differs in %s', (printed, expected, variant) => {
  expect(variantOf(printed, expected)).toBe(variant);
});

test('of two years side by side the one that the report is of, if the header names both', () => {
  const slots = ['1', '2', '3', '4'].map(text => ({ text, isBlank: false, certain: true, place: {} }));
  const texts = (years: readonly number[], year: number | null) =>
    slotsOfYear(slots, 2, years, year).map(slot => slot.text);
  expect(texts([2022, 2023], 2023)).toEqual(['3', '4']);
  expect(texts([2022, 2023, 2022, 2023], 2022)).toEqual(['1', '3']);
  expect(texts([], 2023)).toHaveLength(4);
  expect(texts([2021, 2022], 2023)).toHaveLength(4);
  expect(texts([2022, 2023], null)).toHaveLength(4);
  expect(findHeaderYear('2023 年度')).toBe(2023);
  expect(findHeaderYear('2023年项目')).toBeUndefined();
});
