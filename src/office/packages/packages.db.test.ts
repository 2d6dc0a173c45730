import { expect, test } from 'vitest';
import { insertPublished, testColumn } from '../../publishing/search-index/testing/published-items.ts';
import { saveColumns } from '../../publishing/store/column.store.ts';
import { openDesk } from '../testing/open-desk.ts';

/** 宋秋白 heads the office that oversees the others, 梅若虚 one of those. */
const [HEAD, BELOW, AUTHOR] = ['song.qiubai', 'mei.ruoxu', 'gu.wenlan'];

async function openScene() {
  const desk = await openDesk('2026-03-02');
  await saveColumns(desk.deps.queries, [testColumn('zcwj', '政策文件')]);
  await insertPublished(desk.deps.queries, [{ title: '公开的通知', text: '正文' }]);
  return desk;
}

test('the head of the office makes a package, takes it along, and enters that the other side has it', async () => {
  await using desk = await openScene();
  const head = await desk.signIn(HEAD);
  expect((await head.visit('/office/packages', { scope: 'changes' })).headers.location).toBe('/office/packages');
  const { body } = await head.visit('/office/packages');
  expect(body).toContain('已生成 1 个数据包');
  const [, path, id] = /href="(\/office\/packages\/([0-9a-f-]{36})\.zip)"/.exec(body)!;
  const file = await head.visit(path!);
  expect(file.headers['content-disposition']).toContain('gongkai-000001.zip');
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  await head.visit(`/office/packages/${id}/decision`, { state: 'accepted', receipt: '回执 <001>' });
  const after = (await head.visit('/office/packages')).body;
  expect(after).toContain('对方已接收');
  expect(after).toContain('回执：回执 &lt;001&gt;');
  await head.visit('/office/packages', { scope: 'changes' });
  expect((await head.visit('/office/packages')).body).toContain('没有需要报送的信息');
});

test('it is the matter of the office that oversees the others, and of nobody else', async () => {
  await using desk = await openScene();
  for (const who of [BELOW, AUTHOR]) {
    const officer = await desk.signIn(who);
    for (const path of ['/office/packages', '/office/packages/01989f00-0000-7000-8000-000000000001.zip'])
      expect((await officer.visit(path)).statusCode, `${who} ${path}`).toBe(403);
    expect((await officer.visit('/office/packages', { scope: 'full' })).statusCode, who).toBe(403);
    expect((await officer.visit('/office')).body, who).not.toContain('报送数据包');
  }
  const head = await desk.signIn(HEAD);
  for (const id of ['01989f00-0000-7000-8000-000000000001', 'x'])
    expect((await head.visit(`/office/packages/${id}.zip`)).statusCode, id).toBe(404);
});
