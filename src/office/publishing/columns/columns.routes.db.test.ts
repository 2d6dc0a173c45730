import { expect, test } from 'vitest';
import { draft, openPublishingDesk, WHO } from '../testing/desk-items.ts';

const NOTICES = {
  code: 'tzgg',
  name: '通知公告',
  parent: '',
  description: '面向公众的通知、公告、公示',
  keywords: '通知，公告',
  type: '政务动态',
  updateClass: 'notices',
  lawItem: '',
  block: '',
  position: '3',
};

test('a column is opened and changed; its code stays, and another agency cannot have it', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  expect((await head.visit('/office/columns/new', NOTICES)).headers.location).toBe('/office/columns');
  expect((await head.visit('/office/columns')).body).toContain('通知公告');
  await head.visit('/office/columns/tzgg', { ...NOTICES, name: '通知、公告', code: 'other' });
  expect((await head.visit('/office/columns')).body).toContain('通知、公告');
  const schools = await desk.signIn(WHO.schools);
  expect((await schools.visit('/office/columns/tzgg')).statusCode).toBe(404);
  const taken = await schools.visit('/office/columns/new', NOTICES);
  expect(taken.statusCode).toBe(422);
  expect(taken.body).toContain('这个代码已经用过');
});

test('what the platform does not allow is said beside its field', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const head = await desk.signIn(WHO.head);
  const wrong = { ...NOTICES, code: 'office', name: '指南', description: '', keywords: '', block: 'guide' };
  const answer = await head.visit('/office/columns/new', wrong);
  expect(answer.statusCode).toBe(422);
  for (const words of ['代码用小写字母', '请填写栏目说明', '请填写1至10个关键词']) expect(answer.body).toContain(words);
  const named = await head.visit('/office/columns/new', { ...NOTICES, code: 'gkzn', name: '指南', block: 'guide' });
  expect(named.body).toContain('这个板块的名称固定为“政府信息公开指南”');
});

test('a column with items stays; who does not administer columns sees none of this', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  await draft(await desk.signIn(WHO.author));
  const head = await desk.signIn(WHO.head);
  const kept = await head.visit('/office/columns/gzdt/close', {});
  expect(kept.headers.location).toBe('/office/columns/gzdt');
  expect((await head.visit('/office/columns/gzdt')).body).toContain('这个栏目里还有信息');
  expect((await head.visit('/office/columns/zcwj/close', {})).headers.location).toBe('/office/columns');
  const author = await desk.signIn(WHO.author);
  expect((await author.visit('/office/columns')).statusCode).toBe(403);
});
