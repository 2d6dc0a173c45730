import { expect, test } from 'vitest';
import {
  chineseCount,
  chineseDigits,
  chineseLegalCount,
  circledCount,
  fullWidthCount,
  letterCount,
  romanCount,
} from './counting.ts';

test('Chinese numerals as headings count: ten has no leading one, a gap is one 零', () => {
  expect([1, 10, 11, 20, 21, 100, 101, 110, 1005].map(chineseCount)).toEqual(
    '一 十 十一 二十 二十一 一百 一百零一 一百一十 一千零五'.split(' '),
  );
  expect(chineseLegalCount(12)).toBe('壹拾贰');
  expect(chineseDigits(2023)).toBe('二〇二三');
});

test('letters, Roman, circled and full-width numbers; what has no such number stays Arabic', () => {
  expect([1, 26, 27].map(letterCount)).toEqual(['A', 'Z', 'AA']);
  expect([4, 9, 14, 1999].map(romanCount)).toEqual(['IV', 'IX', 'XIV', 'MCMXCIX']);
  expect([1, 20, 21].map(circledCount)).toEqual(['①', '⑳', '(21)']);
  expect(fullWidthCount(10)).toBe('１０');
  expect(romanCount(0)).toBe('0');
});
