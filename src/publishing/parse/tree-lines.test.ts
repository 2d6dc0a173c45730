import { expect, test } from 'vitest';
import { fileFinder, filesNamed } from './file-finder.ts';
import { linesOfTree, tablesIn } from './tree-lines.ts';

test('a folder gives an item for every document, with the files that belong to it by name or by folder', () => {
  const { lines, left } = linesOfTree([
    '2020/关于防汛的通知.docx',
    '2020/关于防汛的通知.pdf',
    '2020/关于防汛的通知_附件1.xlsx',
    '2020/关于防汛的通知附件/地图.jpg',
    '2020/简报.html',
    '2020/简报.files/image001.png',
    '照片.jpg',
  ]);
  expect(lines).toEqual([
    {
      number: 1,
      fields: {
        file: '2020/关于防汛的通知.docx',
        attachments: '2020/关于防汛的通知.pdf\n2020/关于防汛的通知_附件1.xlsx\n2020/关于防汛的通知附件/地图.jpg',
      },
    },
    { number: 2, fields: { file: '2020/简报.html', attachments: '2020/简报.files/image001.png' } },
  ]);
  expect(left).toEqual(['照片.jpg']);
});

test('the table is the one that stands highest', () => {
  expect(tablesIn(['a/表.xlsx', '目录.csv', 'html/1.html'])).toEqual(['目录.csv']);
  expect(tablesIn(['html/1.html'])).toEqual([]);
});

test('files are found as tables and pages name them, and never outside of the tree', () => {
  const find = fileFinder(['export/html/2020/1.html', 'export/files/名单.xlsx', 'export/files/a, b.pdf'], 'export');
  expect(find('html\\2020\\1.html', 'export')).toBe('export/html/2020/1.html');
  expect(find('http://old.example/files/%E5%90%8D%E5%8D%95.xlsx?x=1', '')).toBe('export/files/名单.xlsx');
  expect(find('../../files/名单.xlsx', 'export/html/2020')).toBe('export/files/名单.xlsx');
  expect(find('../../../../etc/passwd', 'export')).toBeUndefined();
  expect(filesNamed('files/a, b.pdf', 'export', find).map(({ path }) => path)).toEqual(['export/files/a, b.pdf']);
  expect(filesNamed('附件1（files/名单.xlsx）；缺少.doc', 'export', find)).toEqual([
    { text: '附件1（files/名单.xlsx）', path: 'export/files/名单.xlsx' },
    { text: '缺少.doc', path: undefined },
  ]);
});
