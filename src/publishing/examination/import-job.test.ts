import { expect, test } from 'vitest';
import { writeDocx } from '../../platform/docx/write-docx.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { openImportReader } from './import-reader.ts';
import { run } from './import-job.ts';

/** 标题,发布日期,栏目 / 甲,2020-01-02,动态 as Chinese Windows writes it. */
const GB18030 = new Uint8Array([
  0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xb7, 0xa2, 0xb2, 0xbc, 0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xb8, 0xc4, 0xbf, 0x0d,
  0x0a, 0xb9, 0xd8, 0xd3, 0xda, 0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa,
  0x2c, 0x32, 0x30, 0x32, 0x30, 0x2d, 0x30, 0x31, 0x2d, 0x30, 0x32, 0x2c, 0xb6, 0xaf, 0xcc, 0xac,
]);
const text = (content: string) => new TextEncoder().encode(content);

async function tableOf(name: string, bytes: Uint8Array) {
  const answer = await run({ kind: 'table', file: { name, bytes } });
  if (answer.kind !== 'table') throw new Error('no table');
  return answer.table;
}

test('tables are read in GB18030 and UTF-8, from CSV with quotes, tabs, and Excel with merged cells', async () => {
  const line = { title: '关于政务公开的通知', publishedAt: '2020-01-02', column: '动态' };
  const of = (fields: object) => ({ ok: true, value: { lines: [{ number: 2, fields }] } });
  expect(await tableOf('导出.csv', GB18030)).toMatchObject(of(line));
  expect(await tableOf('导出.csv', text('\uFEFF标题,正文\n"甲，“乙”","第一行\n第二行,""引""'))).toMatchObject(
    of({ title: '甲，“乙”', body: '第一行\n第二行,"引"' }),
  );
  expect(await tableOf('导出.tsv', text('标题\t栏目\n甲\t动态'))).toMatchObject(of({ title: '甲', column: '动态' }));

  const head = ['标题', '发布日期', '栏目'];
  const cells = [head, ['甲', '2020-01-02', '动态'], ['乙', '2020-01-03', '']].flatMap((row, at) =>
    row.map((value, column) => ({
      row: at,
      column,
      rowSpan: at === 1 && column === 2 ? 2 : 1,
      columnSpan: 1,
      value,
      look: 'row-head' as const,
    })),
  );
  const sheet = { name: '信息', columnWidths: [20, 20, 20], rows: 3, headRows: 1, orientation: 'portrait' as const };
  const merged = cells.filter(({ row, column }) => row !== 2 || column !== 2);
  const workbook = await writeXlsx({ title: '导出', issuer: null, sheets: [{ ...sheet, cells: merged }] });
  const read = await tableOf('导出.xlsx', workbook);
  expect(read.ok && read.value.lines.map(({ fields }) => fields.column)).toEqual(['动态', '动态']);
});

test('what is no table is refused with a sentence', async () => {
  expect(await tableOf('导出.xlsx', text('no workbook'))).toMatchObject({
    ok: false,
    problem: expect.stringContaining('读不了'),
  });
  expect(await tableOf('导出.csv', new Uint8Array([0, 1, 2, 3, 0, 0, 0]))).toMatchObject({ ok: false });
});

test('documents of every kind propose an item, in processes apart; one that cannot be read says why', async () => {
  const reader = openImportReader();
  try {
    const docx = await writeDocx({
      title: ['关于防汛的通知'],
      issuer: '晴川区水利局',
      blocks: [{ kind: 'paragraph', text: '请做好防汛工作。' }],
    });
    const read = await reader.readDocuments([
      { name: 'a.html', bytes: text('<title>甲_某网</title><p>第一段。</p>') },
      { name: 'b.docx', bytes: docx },
      { name: 'c.txt', bytes: text('关于养老的通知\n各镇：\n请落实。') },
      { name: 'd.docx', bytes: text('no document') },
      { name: 'e.exe', bytes: text('MZ') },
      { name: 'f.html', bytes: new Uint8Array() },
      { name: 'g.doc', bytes: text('old') },
    ]);
    expect(read.map(one => (one.kind === 'read' ? one.proposal.title : one.why))).toEqual([
      '甲',
      '关于防汛的通知',
      '关于养老的通知',
      expect.stringContaining('损坏'),
      expect.stringContaining('不是可以导入的格式'),
      '文件是空的',
      null,
    ]);
    expect(read.at(-1)).toMatchObject({ keep: true });
    expect((await reader.readTable({ name: '导出.csv', bytes: GB18030 })).ok).toBe(true);
  } finally {
    reader.close();
  }
});
