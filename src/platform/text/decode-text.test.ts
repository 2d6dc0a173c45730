import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { isBinary } from './is-binary.ts';

const text = '政府信息公开工作年度报告：本年新收申请3件。';
// “政府信息公开”, “政府資訊公開年度報告。” as GB18030 and Big5 write them.
const GB = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa];
const BIG5 = [0xac, 0x46, 0xa9, 0xb2, 0xa4, 0xbd, 0xb6, 0x7d, 0xa6, 0xe6, 0xac, 0x46];

test('UTF-8 is known with and without its mark, UTF-16 by its mark or its zero bytes', () => {
  expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8' });
  expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`)).text).toBe(text);
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  expect(decodeText(little)).toEqual({ text, encoding: 'utf-16le' });
  expect(decodeText(Buffer.from(little).swap16())).toEqual({ text, encoding: 'utf-16be' });
  expect(decodeText(Buffer.from('report 2023\r\n', 'utf16le')).text).toBe('report 2023\r\n');
});

test('GB18030 and Big5 are told apart by what gives everyday Chinese', () => {
  expect(decodeText(Uint8Array.from(GB))).toEqual({ text: '政府信息公开', encoding: 'gb18030' });
  expect(decodeText(Uint8Array.from(BIG5))).toEqual({ text: '政府公開行政', encoding: 'big5' });
});

test('bytes that are valid UTF-8 are UTF-8 whatever the page declares, and GB18030 declared as UTF-8 is GB18030', () => {
  expect(decodeText(new TextEncoder().encode(text), 'gb2312').text).toBe(text);
  expect(decodeText(Uint8Array.from(GB), 'utf-8').text).toBe('政府信息公开');
});

test('one damaged byte does not turn a UTF-8 text into another language', () => {
  const bytes = new TextEncoder().encode(text.repeat(40));
  bytes[301] = 0xff;
  const decoded = decodeText(bytes);
  expect(decoded.encoding).toBe('utf-8');
  expect(decoded.text.startsWith(text)).toBe(true);
});

test('control characters make bytes binary, tabs and line ends do not', () => {
  expect(isBinary(new TextEncoder().encode('a\tb\r\nc'))).toBe(false);
  expect(isBinary(Uint8Array.from([0x61, 0, 0x62]))).toBe(false); // one stray byte in a page is no reason to refuse it
  expect(isBinary(Uint8Array.from({ length: 100 }, (_, index) => index % 8))).toBe(true);
});
