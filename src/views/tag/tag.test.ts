import { expect, test } from 'vitest';
import { tag } from './tag.ts';

test('a state is a word first', () => {
  expect(tag('今日到期', 'urgent').markup).toBe('<span class="tag tag-urgent">今日到期</span>');
});
