import { expect, test } from 'vitest';
import { readBack, readingModeCookie, readReadingMode } from './reading-mode.ts';

test('the mode is kept by a cookie and forgotten by another', () => {
  expect(readReadingMode(readingModeCookie('large').split(';')[0])).toBe('large');
  expect(readReadingMode('a=b; reading-mode=large; c=d')).toBe('large');
  expect(readReadingMode('reading-mode=huge')).toBe('standard');
  expect(readReadingMode(undefined)).toBe('standard');
  expect(readingModeCookie('standard')).toContain('Max-Age=0');
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
