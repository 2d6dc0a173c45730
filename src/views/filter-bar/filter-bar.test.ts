import { expect, test } from 'vitest';
import { filterBar } from './filter-bar.ts';

test('the filter is a search that changes nothing, keeps the sorting and can be cleared while it filters', () => {
  const bar = { action: '/office/applications', label: '查找申请', fields: null, kept: { sort: 'due' } };
  const { markup } = filterBar({ ...bar, filtered: true });
  expect(markup).toContain('method="get" action="/office/applications" role="search"');
  expect(markup).toContain('<input type="hidden" name="sort" value="due">');
  expect(markup).toContain('清除条件');
  expect(filterBar({ ...bar, filtered: false }).markup).not.toContain('清除条件');
});
