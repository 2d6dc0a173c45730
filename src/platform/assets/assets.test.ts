import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadAssets, styleText } from './assets.ts';

test('an asset is found by its name and by the address that bears its digest, which changes with the content', () => {
  const one = loadAssets('/assets', { 'a.css': styleText('a {}') });
  const other = loadAssets('/assets', { 'a.css': styleText('b {}') });
  const href = one.href('a.css');
  expect(href).toMatch(/^\/assets\/[\w-]{10}\/a\.css$/);
  expect(other.href('a.css')).not.toBe(href);
  const asset = one.find(href.slice('/assets/'.length));
  expect(asset).toBe(one.find('a.css'));
  expect(brotliDecompressSync(asset!.brotli).toString()).toBe('a {}');
  expect(one.find('b.css')).toBeUndefined();
});
