import { expect, test } from 'vitest';
import type { Cell } from '../rules/cell.ts';
import { plainDecimal, printedText } from './printed-text.ts';

test('a cell without a value is printed as it stood and never as 0', () => {
  const unread: Cell[] = [
    { kind: 'blank', value: null, raw: ' \u00a0' },
    { kind: 'dash', value: null, raw: '/' },
    { kind: 'missing', value: null, raw: '' },
    { kind: 'not-a-number', value: null, raw: '详见附件' },
  ];
  expect(unread.map(cell => printedText(cell, 'form'))).toEqual(['', '/', '', '详见附件']);
});

test('a value is printed in plain digits, those of the source where it had them', () => {
  const read: Cell[] = [
    { kind: 'number', value: 12.5, raw: '12.50' },
    { kind: 'grouped', value: 1234, raw: '1,234' },
    { kind: 'with-unit', value: 25.1, raw: '251000元' },
    { kind: 'signed', value: -4, raw: '减4' },
    { kind: 'full-width', value: 37, raw: '３７' },
    { kind: 'computed', value: 8, raw: '8' },
  ];
  expect(read.map(cell => printedText(cell, 'form'))).toEqual(['12.50', '1234', '25.1', '-4', '37', '8']);
  expect(read.map(cell => printedText(cell, 'source'))).toEqual(['12.50', '1,234', '251000元', '减4', '３７', '8']);
});

test('no number is ever printed in powers of ten', () => {
  expect([1e-7, 1e21, 316441, 0.1].map(plainDecimal)).toEqual(['0.0000001', '1000000000000000000000', '316441', '0.1']);
});
