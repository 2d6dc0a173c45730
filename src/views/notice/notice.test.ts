import { expect, test } from 'vitest';
import { emptyState, notice } from './notice.ts';

test('a notice is heard at once and says in words of what kind it is', () => {
  const { markup } = notice('done', '申请已经提交。');
  expect(markup).toContain('role="status"');
  expect(markup).toContain('<strong>已完成</strong><span>申请已经提交。</span>');
});

test('where there is nothing, a sentence says why', () => {
  expect(emptyState('还没有申请。').markup).toContain('<p>还没有申请。</p>');
});
