import { expect, test } from 'vitest';
import { isDatum, isPageNumber, readCell } from './cell-value.ts';

test.each([
  ['0', 'count', 'number', 0],
  [' 12 ', 'count', 'number', 12],
  ['52.15', 'wan-yuan', 'number', 52.15],
  ['59237.2449', 'amount', 'number', 59237.2449],
  ['１２', 'count', 'full-width', 12],
  ['1,234', 'count', 'grouped', 1234],
  ['11,398,889', 'count', 'grouped', 11398889],
  ['3件', 'count', 'with-unit', 3],
  ['976.81万元', 'wan-yuan', 'with-unit', 976.81],
  ['976.81万元', 'amount', 'with-unit', 976.81],
  ['251000元', 'wan-yuan', 'with-unit', 25.1],
  ['251000元', 'amount', 'with-unit', 251000],
  ['1.2亿元', 'wan-yuan', 'with-unit', 12000],
  ['+19', 'signed', 'signed', 19],
  ['-10', 'signed', 'signed', -10],
  ['－10', 'signed', 'signed', -10],
  ['减4', 'signed', 'signed', -4],
  ['增3', 'signed', 'signed', 3],
  ['-0', 'signed', 'signed', 0],
  ['三', 'count', 'chinese-numeral', 3],
  ['十二', 'count', 'chinese-numeral', 12],
  ['〇', 'count', 'chinese-numeral', 0],
  ['⼗', 'count', 'chinese-numeral', 10],
  ['? 0', 'count', 'number', 0],
  ['&nbsp;0', 'count', 'number', 0],
  ['\u00a07\u00a0', 'count', 'number', 7],
] as const)('%s in a column of %s is a %s', (raw, unit, kind, value) => {
  const cell = readCell(raw, unit);
  expect({ kind: cell.kind, value: cell.value }).toEqual({ kind, value });
  expect(Object.is(cell.value, -0)).toBe(false);
});

test.each([
  ['', 'blank'],
  [' \u00a0\u3000', 'blank'],
  ['&nbsp;', 'blank'],
  ['/', 'dash'],
  ['／', 'dash'],
  ['-', 'dash'],
  ['—', 'dash'],
  ['——', 'dash'],
  ['_', 'dash'],
  ['+(0)-(0)', 'not-a-number'],
  ['+(0) -(0)', 'not-a-number'],
  ['一', 'not-a-number'],
  ['无', 'not-a-number'],
  ['1,23', 'not-a-number'],
  ['1,2345', 'not-a-number'],
  ['1 2', 'not-a-number'],
  ['3（含转办）', 'not-a-number'],
  ['12①', 'not-a-number'],
  ['1.2.3', 'not-a-number'],
  ['85%', 'not-a-number'],
  ['9'.repeat(400), 'not-a-number'],
] as const)('%j has no value: %s', (raw, kind) => {
  expect(readCell(raw, 'count')).toMatchObject({ kind, value: null });
});

test('what stood on the page is kept beside what was read', () => {
  expect(readCell('1,024', 'count', { line: 7 })).toEqual({
    kind: 'grouped',
    value: 1024,
    raw: '1,024',
    place: { line: 7 },
  });
});

test('labels, page numbers and blanks are no data', () => {
  for (const text of ['规章', '3.其他', '-3-', '— 12 —', '第3页', '3 / 8', '', '一', '四', '（三）'])
    expect(isDatum(text)).toBe(false);
  for (const text of ['0', '/', '+19', '减3', '0.37万元', '无', '+(0)-(0)', '? 0', '十二', '〇'])
    expect(isDatum(text)).toBe(true);
  expect(isPageNumber('- 3 -')).toBe(true);
  expect(isPageNumber('-3')).toBe(false);
});
