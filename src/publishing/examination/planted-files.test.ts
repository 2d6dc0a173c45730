import { expect, test } from 'vitest';
import { hexText } from '../../../test/pdf/laden-pdf.ts';
import { run as read } from './job.ts';
import {
  jpegWithMetadata,
  pdfFile,
  PLANTED_ID,
  pngWithMetadata,
  run,
  wordFile,
  workbook,
} from './testing/planted-files.ts';

const hidden = async (name: string, bytes: Uint8Array) =>
  (await read({ name, bytes })).parts.filter(part => part.hidden).map(({ place, text }) => `${place}：${text}`);
const properties = async (name: string, bytes: Uint8Array) =>
  (await read({ name, bytes })).properties.map(one => `${one.name}：${one.value}`);

const LINE = '晴川区二〇二六年度绿化工作方案公示稿全文如下';
const ROSTER = workbook([
  ['姓名', '身份证号'],
  ['甲', PLANTED_ID],
]);

test('of a PDF the notes are read with who wrote them, and every file that lies in it, workbooks inside and all', async () => {
  const pdf = pdfFile({
    line: LINE,
    note: { author: '某科长', text: '这一户先不要公示' },
    embedded: { name: '名单.xlsx', bytes: ROSTER },
  });
  expect(await hidden('方案.pdf', pdf)).toEqual([
    '注释和表单：第1页 某科长 这一户先不要公示',
    `内嵌附件“名单.xlsx”：名单.xlsx\n姓名\t身份证号\n甲\t${PLANTED_ID}`,
  ]);
});

test('of a PDF without words of its own the notes are read all the same', async () => {
  const scan = pdfFile({ line: '', note: { author: '', text: '内部意见' } });
  expect(await read({ name: '扫描.pdf', bytes: scan })).toMatchObject({
    kind: 'unread',
    why: '是扫描件或者图片，没有文字层',
  });
  expect(await hidden('扫描.pdf', scan)).toEqual(['注释和表单：第1页  内部意见']);
});

test('of a PDF author and title are told, and a path on a computer is told as one; the program is nobody’s secret', async () => {
  const info = `/Author ${hexText('某某')} /Title ${hexText('C:\\Users\\zhang\\低保名单.docx')} /Producer (Invented Writer 3)`;
  expect(await properties('方案.pdf', pdfFile({ line: LINE, info }))).toEqual([
    '文件在电脑里的路径：C:\\Users\\zhang\\低保名单.docx',
    '作者：某某',
  ]);
});

test('of a JPEG the place, the device, the preview, the words of programs are told', async () => {
  expect(await properties('现场.jpg', jpegWithMetadata())).toEqual([
    '设备型号：Invented Camera',
    '拍摄位置（GPS）：经纬度',
    '内嵌的缩略图：可能是裁剪、涂改以前的画面',
    'XMP 信息：某摄影员',
    '备注：内部留存',
  ]);
});

test('of a PNG its text is told, packed or not, and its Exif', async () => {
  expect(await properties('图.png', pngWithMetadata())).toEqual([
    'Author（PNG 文字）：Zhang',
    'Comment（PNG 文字）：packed words',
    'Title（PNG 文字）：底稿',
    '设备型号：Invented Camera',
    '拍摄位置（GPS）：经纬度',
    '内嵌的缩略图：可能是裁剪、涂改以前的画面',
  ]);
});

test('of a Word document embedded workbooks, places of its photographs, authors of changes and custom properties are read', async () => {
  const bytes = wordFile([run(LINE), `<w:ins w:author="某副科长">${run('加上的话')}</w:ins>`], {
    'word/embeddings/sheet1.xlsx': ROSTER,
    'word/media/image1.jpeg': jpegWithMetadata(),
    'docProps/custom.xml': '<Properties><property name="来源"><vt:lpwstr>内部系统</vt:lpwstr></property></Properties>',
  });
  expect(await hidden('方案.docx', bytes)).toEqual([`内嵌文件“sheet1.xlsx”：姓名\t身份证号\n甲\t${PLANTED_ID}`]);
  expect(await properties('方案.docx', bytes)).toEqual(
    expect.arrayContaining(['自定义属性：内部系统', '批注、修订的作者：某副科长', '拍摄位置（GPS）：经纬度']),
  );
});

test('of a workbook the caches of pivot tables and links, names with text, margins and text boxes are read', async () => {
  const bytes = workbook([['街道', '户数']], {
    'xl/workbook.xml':
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="备用">"不对外"</definedName><definedName name="区域">名单!$A$1</definedName></definedNames></workbook>',
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition><sharedItems><s v="${PLANTED_ID}"/></sharedItems></pivotCacheDefinition>`,
    'xl/externalLinks/externalLink1.xml':
      '<externalLink><sheetData><row><cell><v>底数</v></cell></row></sheetData></externalLink>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>街道</t></is></c></row></sheetData><headerFooter><oddHeader>&amp;C机密</oddHeader></headerFooter></worksheet>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr><a:t>图上的字</a:t></xdr:wsDr>',
    'xl/persons/person.xml': '<personList><person displayName="某同志"/></personList>',
  });
  expect(await hidden('表.xlsx', bytes)).toEqual([
    '定义的名称："不对外"',
    `数据透视表的缓存：${PLANTED_ID}`,
    '外部链接的缓存：底数',
  ]);
  expect((await read({ name: '表.xlsx', bytes })).parts).toEqual(
    expect.arrayContaining([
      { place: '页眉', text: '机密', hidden: false },
      { place: '图形里的文字', text: '图上的字', hidden: false },
    ]),
  );
  expect(await properties('表.xlsx', bytes)).toEqual(['批注的作者：某同志']);
});
