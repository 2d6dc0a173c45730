import { expect, test } from 'vitest';
import { pagination, shownPages } from './pagination.ts';

test('the ends and the neighbours are shown, a gap of one page is no gap', () => {
  expect(shownPages(1, 1)).toEqual([1]);
  expect(shownPages(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]);
  expect(shownPages(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(shownPages(4, 10)).toEqual([1, 2, 3, 4, 5, null, 10]);
});

test('the first page leads only forward, the last only back', () => {
  const href = (page: number) => `?page=${page}`;
  const first = pagination({ page: 1, pages: 3, total: 50, href }).markup;
  const last = pagination({ page: 3, pages: 3, total: 50, href }).markup;
  expect([first.includes('rel="prev"'), first.includes('rel="next"')]).toEqual([false, true]);
  expect([last.includes('rel="prev"'), last.includes('rel="next"')]).toEqual([true, false]);
  expect(first).toContain('共 50 条，第 1 页，共 3 页');
});

test('one page needs no way through', () => {
  expect(pagination({ page: 1, pages: 1, total: 2, href: () => '' }).markup).not.toContain('<nav');
});
