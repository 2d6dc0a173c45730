import { expect, test } from 'vitest';
import { getAgencyCode } from '../../people/rules/agency.ts';
import { columnFaults, columnPath, columnsBelow, columnTree, getColumnCode } from './column.ts';
import type { Column } from './column.ts';

const column = (code: string, parent: string | null, position = 0, more: Partial<Column> = {}): Column => ({
  code: getColumnCode(code),
  agency: getAgencyCode('990101-001'),
  parent: parent === null ? null : getColumnCode(parent),
  name: code,
  description: `公开${code}`,
  keywords: ['示例'],
  type: '政策文件',
  updateClass: 'notices',
  lawItem: null,
  block: null,
  position,
  ...more,
});

const COLUMNS = [
  column('b', null, 2),
  column('a', null, 1),
  column('a2', 'a', 2),
  column('a1', 'a', 1),
  column('a11', 'a1'),
];

test('columns stand as a tree in their order, and each knows its way from the root', () => {
  const names = (nodes: ReturnType<typeof columnTree>): unknown =>
    nodes.map(node => [node.column.code, names(node.children)]);
  expect(names(columnTree(COLUMNS))).toEqual([
    [
      'a',
      [
        ['a1', [['a11', []]]],
        ['a2', []],
      ],
    ],
    ['b', []],
  ]);
  expect(columnPath(COLUMNS, getColumnCode('a11')).map(({ code }) => code)).toEqual(['a', 'a1', 'a11']);
  expect(columnsBelow(COLUMNS, getColumnCode('a'))).toEqual(['a', 'a2', 'a1', 'a11']);
});

test('a column is never its own ancestor, and no other of the same name stands beside it', () => {
  const faults = (changed: Column) =>
    columnFaults(
      changed,
      COLUMNS.filter(({ code }) => code !== changed.code),
    ).map(({ field }) => field);
  expect(faults(column('a', 'a11'))).toEqual(['parent']);
  expect(faults(column('a', null))).toEqual([]);
  expect(faults(column('c', 'zz'))).toEqual(['parent']);
  expect(faults(column('c', 'a', 0, { name: 'a1' }))).toEqual(['name']);
  expect(faults(column('c', null, 0, { name: '公开', description: '公开' }))).toEqual(['description']);
});

test('the blocks of the platform keep their names and stand once (国办公开办函〔2019〕61号)', () => {
  const guide = column('zn', null, 0, { name: '政府信息公开指南', block: 'guide' });
  expect(columnFaults(guide, [])).toEqual([]);
  expect(columnFaults({ ...guide, name: '公开指南' }, []).map(({ field }) => field)).toEqual(['name']);
  const other = column('zn2', 'a', 0, { name: '政府信息公开指南', block: 'guide' });
  expect(columnFaults(guide, [column('a', null), other]).map(({ field }) => field)).toEqual(['block']);
});
