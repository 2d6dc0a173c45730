import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeDocx } from '../../../platform/docx/write-docx.ts';
import { draft, fileOf, openPublishingDesk, send, typedNews, WHO } from '../testing/desk-items.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet as offices hand it in. */
function workbook(name: string, rows: readonly (readonly string[])[], merges: readonly string[]): Uint8Array {
  const cells = rows.map((row, at) => {
    const own = row.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${String.fromCodePoint(65 + column)}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${at + 1}">${own.join('')}</row>`;
  });
  const merged = merges.map(range => `<mergeCell ref="${range}"/>`).join('');
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const CATALOGUE = workbook(
  '养老服务',
  [
    ['序号', '公开事项', '', '公开内容（要素）', '公开依据', '公开 时限', '公开主体', '公开渠道和载体'],
    ['', '一级事项', '二级事项', '', '', '', '', ''],
    [
      '1',
      '养老补贴',
      '高龄津贴',
      '申领条件',
      '《条例》',
      '自信息形成之日起20个工作日内',
      '区民政局',
      '■政府网站 口两微一端',
    ],
    ['2', '', '护理补贴', '申领条件', '同上', '同上', '同上', '■政府网站'],
  ],
  ['B1:C1', 'B3:B4'],
);

test('a catalogue with merged cells, 同上 and 口 becomes one draft, with a report of what was mended', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const file = { field: 'file', name: '目录.xlsx', bytes: CATALOGUE };
  const { body, statusCode } = await author.upload('/office/publishing/import', { kind: 'document' }, file);
  expect(statusCode).toBe(200);
  for (const words of [
    '读入 2 项',
    '已按上一行补全',
    '方框“□”的误写',
    '养老服务领域基层政务公开标准目录',
    '| 2 | 养老补贴 | 护理补贴 | 申领条件 | 《条例》 | 自信息形成之日起20个工作日内 | 区民政局 | 政府网站 |',
  ])
    expect(body).toContain(words);
});

test('what cannot be imported is said in a sentence', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const answer = async (name: string, bytes: Uint8Array) =>
    (await author.upload('/office/publishing/import', { kind: 'news' }, { field: 'file', name, bytes })).body;
  expect(await answer('甲.txt', strToU8('一段文字'))).toContain('只能从 .docx、.xlsx 导入');
  expect(await answer('空.xlsx', workbook('表', [['甲', '乙']], []))).toContain('没有找到公开目录的表格');
  expect((await author.visit('/office/publishing/import', { kind: 'news' })).body).toContain('请选择一份 Word 文档');
});

test('an attachment is kept with its edition, renamed and left out by the next', async () => {
  await using desk = await openPublishingDesk('2026-03-02');
  const author = await desk.signIn(WHO.author);
  const path = await draft(author);
  const version = /name="version" value="(\d+)"/.exec((await author.visit(`${path}/edit`)).body)![1]!;
  const docx = await writeDocx({ title: ['附件'], issuer: '某办', blocks: [{ kind: 'paragraph', text: '内容。' }] });
  const file = { field: 'files', name: '名单.docx', bytes: docx };
  expect((await author.upload(`${path}/edit`, { ...typedNews(), version }, file)).statusCode).toBe(303);
  const [attachment] = (await fileOf(desk, path)).latest.content.attachments;
  expect(attachment?.title).toBe('名单');
  const id = attachment!.id;
  expect((await author.visit(`${path}/attachments/${id}`)).headers['content-disposition']).toContain('attachment');
  await send(author, `${path}/edit`, { ...typedNews(), attachment: id, [`title-${id}`]: '入选名单' });
  expect((await fileOf(desk, path)).latest.content.attachments).toEqual([{ id, title: '入选名单' }]);
  await send(author, `${path}/edit`, { ...typedNews(), attachment: id, [`title-${id}`]: '入选名单', remove: id });
  expect((await fileOf(desk, path)).latest.content.attachments).toEqual([]);
});
