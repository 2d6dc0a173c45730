import { expect, test } from 'vitest';
import { watchSite } from '../../platform/site-changes/site-changes.ts';
import { contentOn } from '../testing/contents.ts';
import { drafted, openPublishing, published } from '../testing/publishing.ts';
import { openPublicList } from './public-list.ts';

test('whoever asks while the list is first read, or read again, is given all of it', async () => {
  await using publishing = await openPublishing('2026-03-02');
  const { queries } = publishing.deps;
  const today = publishing.today();
  const list = openPublicList(queries, watchSite(queries));
  const ask = async () => (await list.list({}, { limit: 10, offset: 0 }, today)).total;
  await published(publishing, await drafted(publishing, contentOn(today, { title: '晴川区公布便民服务电话' })));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  await published(publishing, await drafted(publishing, contentOn(today, { title: '晴川区公布冬季供暖安排' })));
  await list.table();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([2, 2, 2]);
});
