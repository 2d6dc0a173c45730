import { expect, test } from 'vitest';
import type { FlatBlock } from '../../platform/document/block.ts';
import { readCatalogueSheet } from './catalogue-table.ts';

type Merge = { readonly row: number; readonly column: number; readonly rowSpan: number; readonly columnSpan: number };

/** A table as a reader gives it; cells that a merged one covers are not there. */
function tableOf(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): FlatBlock {
  const columns = Math.max(...rows.map(({ length }) => length));
  const spanOf = (row: number, column: number) =>
    merges.find(merge => merge.row === row && merge.column === column) ?? { rowSpan: 1, columnSpan: 1 };
  const isCovered = (row: number, column: number) =>
    merges.some(
      merge =>
        row >= merge.row &&
        row < merge.row + merge.rowSpan &&
        column >= merge.column &&
        column < merge.column + merge.columnSpan &&
        (row !== merge.row || column !== merge.column),
    );
  const cells = rows.flatMap((line, row) =>
    line.flatMap((text, column) => {
      const { rowSpan, columnSpan } = spanOf(row, column);
      return isCovered(row, column) ? [] : [{ row, column, rowSpan, columnSpan, text }];
    }),
  );
  return { kind: 'table', rows: rows.length, columns, cells } as unknown as FlatBlock;
}

const HEAD = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容（要素）',
  '公开依据',
  '公开 时限',
  '公开主体',
  '公开渠道和载体',
  '县级',
  '乡级',
];

const read = (rows: readonly (readonly string[])[], merges: readonly Merge[] = []) =>
  readCatalogueSheet('养老服务', [tableOf([HEAD, ...rows], merges)]);

test('notes, totals, headings across the table and a repeated head are no entries', () => {
  const across = (row: number): Merge => ({ row, column: 0, rowSpan: 1, columnSpan: 10 });
  const { entries } = read(
    [
      Array.from({ length: 10 }, (_, at) => (at === 0 ? '一、养老服务政策' : '')),
      ['1', '政策', '政策文件', '标题、正文', '《条例》', '20个工作日', '区民政局', '■政府网站', '√', ''],
      HEAD,
      ['2', '政策', '补贴标准', '标准', '《条例》', '20个工作日', '区民政局', '■政府网站', 'V', 'Ｖ'],
      ['合计', '', '2项', '2', '', '', '', '', '', ''],
      Array.from({ length: 10 }, (_, at) => (at === 0 ? '注：“■”为必选渠道' : '')),
    ],
    [across(1), across(6)],
  );
  expect(entries.map(({ secondItem, levels }) => [secondItem, levels])).toEqual([
    ['政策文件', ['county']],
    ['补贴标准', ['county', 'township']],
  ]);
});

test('同上 is what the line above says, however it is written, and through several lines', () => {
  const { entries, remarks } = read([
    ['1', '补贴', '高龄津贴', '条件', '《条例》', '每年１月３１日前', '区民政局', '■政府网站口两微一端', '√', ''],
    ['2', '', '护理补贴', '条件', '（同上）', '同上。', '同 上', '口政府网站 ■公开查阅点', '√', ''],
    ['3', '', '失能补贴', '条件', '〃', '同上', '同上', '同上', '√', ''],
  ]);
  expect(
    entries.map(({ firstItem, basis, publisher, deadline, channels }) => [
      firstItem,
      basis,
      publisher,
      deadline,
      channels,
    ]),
  ).toEqual([
    ['补贴', '《条例》', '区民政局', { kind: 'yearly-by', month: 1, day: 31 }, ['政府网站']],
    ['补贴', '《条例》', '区民政局', { kind: 'yearly-by', month: 1, day: 31 }, ['公开查阅点']],
    ['补贴', '《条例》', '区民政局', { kind: 'yearly-by', month: 1, day: 31 }, ['公开查阅点']],
  ]);
  expect(remarks.map(({ line }) => line)).toEqual([1, 2, 2, 2, 2, 3, 3, 3, 3]);
});
