import { expect, test } from 'vitest';
import { figureCards } from './figure-cards.ts';

test('a figure leads to what was counted', () => {
  const { markup } = figureCards('概况', [
    { label: '今日到期', figure: 2, unit: '件', href: '?due=today', tone: 'urgent' },
    { label: '本年收到', figure: '1,050' },
  ]);
  expect(markup).toContain('<li class="figure-urgent"><a class="figure-card" href="?due=today">');
  expect(markup.match(/<a /g)).toHaveLength(1);
});
