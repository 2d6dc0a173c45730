import { expect, test } from 'vitest';
import { descriptionList } from './description-list.ts';

test('known facts stand beside their names, unknown ones are left out', () => {
  const { markup } = descriptionList([{ term: '收到日期', detail: '2026-03-02' }, null, false]);
  expect(markup).toContain('<div><dt>收到日期</dt><dd>2026-03-02</dd></div>');
  expect(markup.match(/<dt>/g)).toHaveLength(1);
});
