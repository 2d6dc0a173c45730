import { expect, test } from 'vitest';
import { timeline } from './timeline.ts';

test('each step says its state in words, and only the one going on is current', () => {
  const { markup } = timeline('办理进度', [
    { title: '提交', state: 'done', when: '2026年3月2日' },
    { title: '办理', state: 'current', detail: '征求意见中' },
    { title: '答复', state: 'waiting' },
  ]);
  expect(markup.match(/aria-current/g)).toHaveLength(1);
  for (const word of ['已完成', '进行中', '未开始', '2026年3月2日', '征求意见中']) expect(markup).toContain(word);
});
