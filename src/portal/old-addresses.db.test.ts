import { expect, test } from 'vitest';
import type { AttachmentId } from '../publishing/rules/ids.ts';
import { insertPublished, saveTestColumns } from '../publishing/search-index/testing/published-items.ts';
import { insertOldAddresses } from '../publishing/store/imported-item.store.ts';
import { insertAttachments } from '../publishing/store/item.store.ts';
import { openPortalSite } from './testing/portal-site.ts';

const FILE = '01900000-0000-7000-8000-0000000000b1' as AttachmentId;

test('addresses of an older site lead to where their items and files stand now, whatever their form', async () => {
  await using site = await openPortalSite('2023-06-02');
  const { deps } = site.acting;
  await saveTestColumns(deps.queries);
  const [first, second] = await insertPublished(deps.queries, [
    { title: '晴川区防汛预案', text: '全文。' },
    { title: '晴川区抗旱预案', text: '全文。', publishedOn: '2023-05-02' },
  ]);
  const facts = { file: 'f', name: '名单.txt', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64) };
  await insertAttachments(deps.queries, first!, [{ ...facts, id: FILE }], deps.now(), null);
  const rows = await deps.queries.selectFrom('items').select(['id', 'number', 'address']).execute();
  const addressOf = (id: string) => rows.find(row => row.id === id)!.address!;
  const number = rows.find(row => row.id === first)!.number;
  // Of the same form as ours, with the number that another item has here.
  const alike = `/oldcolumn/201901/t20190105_${number}.html`;
  await insertOldAddresses(deps.queries, [
    { path: '/art/2019/1/5/art_12_345.html', item: first!, attachment: null },
    { path: '/content.jsp?id=7&type=2', item: first!, attachment: null },
    { path: '/%E6%96%B0%E9%97%BB/1.html', item: first!, attachment: null },
    { path: alike, item: second!, attachment: null },
    { path: '/attach/2019/list.txt', item: first!, attachment: FILE },
  ]);
  const visitor = site.visitor();
  const leads = async (path: string) => {
    const { status, location } = await visitor.get(path);
    return [status, location];
  };
  expect(await leads('/art/2019/1/5/art_12_345.html')).toEqual([301, addressOf(first!)]);
  expect(await leads('/content.jsp?id=7&type=2')).toEqual([301, addressOf(first!)]);
  expect(await leads('/新闻/1.html')).toEqual([301, addressOf(first!)]);
  expect(await leads(alike)).toEqual([301, addressOf(second!)]);
  expect(await leads('/attach/2019/list.txt')).toEqual([301, `/attachments/${FILE}/${encodeURIComponent('名单.txt')}`]);
  expect((await visitor.get(addressOf(second!))).status).toBe(200);
  for (const path of ['/content.jsp?id=8&type=2', '/art/2019/1/5/art_12_346.html', '/nosuch'])
    expect((await visitor.get(path)).status, path).toBe(404);
  // What another import brings later takes no address away.
  expect([...(await insertOldAddresses(deps.queries, [{ path: alike, item: first!, attachment: null }]))]).toEqual([
    alike,
  ]);
  expect(await leads(alike)).toEqual([301, addressOf(second!)]);
});
