import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openAttachmentReader } from './attachment-reader.ts';
import { run } from './job.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const pack = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const textRun = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;

const WORD = pack({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': `<w:document ${W}><w:body>${paragraph(textRun('方案正文'))}${paragraph(
    `${textRun('看得见')}${textRun('看不见', '<w:rPr><w:vanish/></w:rPr>')}<w:del><w:r><w:delText>删掉的话</w:delText></w:r></w:del>`,
  )}</w:body></w:document>`,
  'word/footer1.xml': `<w:ftr ${W}>${paragraph(textRun('页脚文字'))}</w:ftr>`,
  'word/comments.xml': `<w:comments ${W}><w:comment>${paragraph(textRun('再核一下'))}</w:comment></w:comments>`,
  'docProps/core.xml':
    '<cp:coreProperties><dc:creator>某某单位</dc:creator><dcterms:created>2026</dcterms:created></cp:coreProperties>',
});

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = pack({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': `<workbook xmlns:r="${R}"><sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml':
    '<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>街道</t></is></c><c r="B1" t="inlineStr"><is><t>底数</t></is></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>暂缓</t></is></c></row></sheetData></worksheet>',
  'xl/comments1.xml':
    '<comments><commentList><comment ref="A1"><text><t>不对外</t></text></comment></commentList></comments>',
});

test('of a Word document everything is read: headers, hidden text, tracked deletions, comments, who wrote it', async () => {
  const reading = await run({ name: '方案.docx', bytes: WORD });
  expect(reading).toEqual({
    kind: 'read',
    text: '方案正文\n看得见',
    parts: [
      { place: '正文', text: '方案正文\n看得见', hidden: false },
      { place: '正文的隐藏文字', text: '看不见', hidden: true },
      { place: '正文的修订痕迹', text: '删掉的话', hidden: true },
      { place: '页脚', text: '页脚文字', hidden: false },
      { place: '批注', text: '再核一下', hidden: true },
    ],
    properties: [{ name: '作者', value: '某某单位' }],
  });
});

test('of a workbook hidden rows, hidden columns and comments are parts of their own', async () => {
  expect(await run({ name: '表.xlsx', bytes: WORKBOOK })).toMatchObject({
    kind: 'read',
    text: '街道',
    parts: [
      { place: '工作表“表一”', text: '街道', hidden: false },
      { place: '工作表“表一”隐藏的行或列', text: '底数\n暂缓', hidden: true },
      { place: '批注', text: '不对外', hidden: true },
    ],
  });
});

test('a damaged or foreign file is an answer, not a fault', async () => {
  expect(await run({ name: '坏.docx', bytes: WORD.subarray(0, 200) })).toMatchObject({ kind: 'unread' });
  expect(await run({ name: 'a.bin', bytes: new Uint8Array([1, 2, 3, 4]) })).toMatchObject({ kind: 'unread' });
  const png = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
  ]);
  expect(await run({ name: '图.png', bytes: png })).toEqual({ kind: 'picture', parts: [], properties: [] });
});

test('files are read in a process apart, and one that unfolds beyond measure is called unread', async () => {
  const reader = openAttachmentReader(1);
  try {
    expect(await reader.read({ name: '方案.docx', bytes: WORD })).toMatchObject({ kind: 'read' });
    const bomb = pack({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document ${W}><w:body>${' '.repeat(40_000_000)}</w:body></w:document>`,
    });
    expect(await reader.read({ name: '炸弹.docx', bytes: bomb })).toMatchObject({ kind: 'unread' });
  } finally {
    reader.close();
  }
});
