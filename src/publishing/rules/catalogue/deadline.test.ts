import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../../calendar/national-calendar.ts';
import { deadlineDay, deadlineText, readDeadline } from './deadline.ts';

test.each([
  ['自信息形成或者变更之日起20个工作日内公开', '20个工作日', '2026-03-30'],
  ['信息形成（变更）之日起 20 个工作 日内', '20个工作日', '2026-03-30'],
  ['自收到之日起七个工作日内', '7个工作日', '2026-03-11'],
  ['批复后20日内', '20个自然日', '2026-03-22'],
  ['公示时间不少于5个工作日', '公示5个工作日', '2026-03-09'],
  ['公示期为7日', '公示7个自然日', '2026-03-09'],
  ['实时公开', '1个工作日（自设）', '2026-03-03'],
  ['及时公开', '7个工作日（自设）', '2026-03-11'],
  ['每月公开', '每月', '2026-03-31'],
  ['按季度更新', '每季度', '2026-03-31'],
  ['每半年一次', '每半年', '2026-06-30'],
  ['每年公开一次', '每年', '2026-12-31'],
  ['每季度终了后15日内', '每季度（结束后15个自然日）', '2026-04-15'],
  ['月末之日起5个工作日内', '每月（结束后5个工作日）', '2026-04-08'],
  ['每年1月31日前', '每年1月31日前', '2027-01-31'],
  ['次年3月31日前公开', '每年3月31日前', '2026-03-31'],
  ['长期公开', '长期公开', undefined],
  ['按照有关规定', '没有写明期限', undefined],
  ['', '没有写明期限', undefined],
])('公开时限 %s', (text, words, due) => {
  const deadline = readDeadline(text);
  expect(deadlineText(deadline)).toBe(words);
  const event = Temporal.PlainDate.from('2026-03-02');
  expect(deadlineDay(deadline, event, NATIONAL_CALENDAR)?.toString()).toBe(due);
});
