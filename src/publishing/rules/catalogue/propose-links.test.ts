import { expect, test } from 'vitest';
import { readDeadline } from './deadline.ts';
import { proposeLinks } from './propose-links.ts';
import type { StoredEntry } from './stored-entry.ts';

const MEALS = {
  field: '养老服务',
  firstItem: '养老服务业务',
  secondItem: '助餐服务',
  deadline: readDeadline('每季度公开'),
} as StoredEntry;

test('the likeliest by title come first, column and field only tip the scale, and what is about something else is not proposed', () => {
  const candidates = [
    { title: '晴川区整治背街小巷环境', columnName: '政务动态' },
    { title: '老年助餐点名单', columnName: '养老' },
    { title: '晴川区老年助餐服务价格公示', columnName: '养老' },
    { title: '晴川区公布养老服务机构名单', columnName: '养老服务' },
  ];
  expect(proposeLinks(MEALS, candidates, 10).map(({ title }) => title)).toEqual([
    '晴川区老年助餐服务价格公示',
    '晴川区公布养老服务机构名单',
    '老年助餐点名单',
  ]);
  expect(proposeLinks(MEALS, candidates, 1)).toHaveLength(1);
});
