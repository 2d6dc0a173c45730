import { expect, test } from 'vitest';
import { tabs } from './tabs.ts';

test('the current view is marked, and a count of nought is a count', () => {
  const { markup } = tabs('申请', [
    { text: '待办', href: '?view=mine', current: true, count: 0 },
    { text: '全部', href: '?view=all', current: false },
  ]);
  expect(markup).toContain('<a href="?view=mine" aria-current="page">待办<span class="tab-count">0</span></a>');
  expect(markup).toContain('<a href="?view=all">全部</a>');
});
