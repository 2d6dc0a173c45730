import { expect, test } from 'vitest';
import { readReadingKey, STANDARD_READING } from '../../views/reading/reading.ts';
import { changeReading, readBack, readingModeCookie, readReadingMode } from './reading-mode.ts';
import { loadTraditional } from './traditional.ts';

test('the way of reading is kept by a cookie and forgotten by another', () => {
  const reading = readReadingKey('large.big.high.traditional');
  expect(readReadingMode(readingModeCookie(reading).split(';')[0])).toEqual(reading);
  expect(readReadingMode('a=b; reading-mode=large; c=d').layout).toBe('large');
  for (const cookies of ['reading-mode=huge', 'not-reading-mode=large', undefined])
    expect(readReadingMode(cookies)).toEqual(STANDARD_READING);
  expect(readingModeCookie(STANDARD_READING)).toContain('Max-Age=0');
});

test('one choice is changed and the others stay', () => {
  const before = readReadingKey('large.traditional');
  expect(changeReading(before, { contrast: 'high' })).toEqual({ ...before, contrast: 'high' });
  expect(changeReading(before, { layout: 'standard', size: ['big'], script: 'klingon' })).toEqual({
    ...before,
    layout: 'standard',
  });
});

test('one comes back to a page of this site and to no other', () => {
  expect(readBack('/annual-reports?year=2023&q=%E5%85%AC')).toBe('/annual-reports?year=2023&q=%E5%85%AC');
  for (const foreign of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nset-cookie: x',
    '',
    null,
    ['/a'],
  ])
    expect(readBack(foreign)).toBe('/');
});

test('words decide how a character is written', async () => {
  const traditional = await loadTraditional();
  expect(traditional('发布机关、头发、干部、干净、皇后、以后、制作、制度')).toBe(
    '發佈機關、頭髮、幹部、乾淨、皇后、以後、製作、制度',
  );
});
