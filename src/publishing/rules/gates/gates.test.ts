import { expect, test } from 'vitest';
import { contentOn, normativeOn } from '../../testing/contents.ts';
import { bodyOfParagraphs } from '../body.ts';
import type { Content } from '../content.ts';
import type { ItemKind } from '../item-kind.ts';
import type { Examined, ExaminedAttachment } from './examined.ts';
import { runGates } from './run-gates.ts';

const TODAY = Temporal.PlainDate.from('2026-03-02');

const examined = (altered: Partial<Content> = {}, more: Partial<Examined> = {}): Examined => ({
  kind: 'news',
  content: contentOn(TODAY, altered),
  attachments: [],
  today: TODAY,
  officialNumbers: [],
  names: [],
  documentNumberTaken: false,
  interpreted: [],
  ...more,
});
const found = (altered: Partial<Content> = {}, more: Partial<Examined> = {}) =>
  runGates(examined(altered, more)).map(({ gate, level, place, message }) => `${gate} ${level} ${place}：${message}`);
const attachment = (title: string, reading: ExaminedAttachment['reading']): ExaminedAttachment => ({
  title,
  fileName: title,
  reading,
  inBody: false,
});
const read = (text: string) =>
  ({ kind: 'read', text, parts: [{ place: '正文', text, hidden: false }], properties: [] }) as const;

test('a clean item of each kind passes without a finding', () => {
  expect(found()).toEqual([]);
  expect(runGates({ ...examined(), kind: 'document', content: normativeOn(TODAY) })).toEqual([]);
});

test.each([
  ['javascript:alert(1)', 'stop'],
  ['file:///C:/a.doc', 'stop'],
  ['http://192.168.1.5/a', 'stop'],
  ['https://oa.local/a', 'stop'],
  ['//example.com/a', 'stop'],
  ['www.example.com', 'stop'],
  ['https://www.example.com/a', 'advice'],
  ['https://www.gov.cn/zhengce/', null],
  ['/zcwj/202301/t20230105_1.html', null],
  ['mailto:gk@example.gov.cn', null],
])('a link to %s', (href, level) => {
  const body: Content['body'] = [
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: '全文见' },
        { kind: 'link', text: '实施办法', href },
      ],
    },
  ];
  expect(runGates(examined({ body })).map(finding => finding.level)).toEqual(level === null ? [] : [level]);
});

test('a link says where it leads, a table has caption and head, a picture has words', () => {
  const cell = (heading: boolean) => ({ text: '望江街道', heading, rowSpan: 1, columnSpan: 1 });
  const body: Content['body'] = [
    { kind: 'paragraph', inlines: [{ kind: 'link', text: '点击这里', href: '/zcwj/' }] },
    { kind: 'table', caption: null, rows: [[cell(false)]] },
    { kind: 'table', caption: '各街道', rows: [[cell(true)]] },
    { kind: 'image', attachment: 'a', alt: 'IMG_0012.JPG', caption: null },
    { kind: 'image', attachment: 'b', alt: '', caption: null },
    { kind: 'image', attachment: 'c', alt: '加装电梯后的住宅楼', caption: null },
  ];
  expect(runGates(examined({ body })).map(({ gate, level, place }) => `${gate} ${level} ${place}`)).toEqual([
    'pictures stop 正文第1张图片',
    'pictures stop 正文第2张图片',
    'links advice 正文',
    'tables advice 正文第1个表格',
    'tables advice 正文第1个表格',
  ]);
});

test('comments, tracked deletions and file properties of an attachment go out with it, and are found', () => {
  const reading = {
    kind: 'read',
    text: '绿化方案',
    parts: [
      { place: '正文', text: '绿化方案', hidden: false },
      { place: '批注', text: '这个数再压一压', hidden: true },
    ],
    properties: [{ name: '作者', value: '某单位' }],
  } as const;
  expect(found({}, { attachments: [attachment('晴川区绿化方案.docx', reading)] })).toEqual([
    'hidden-content stop 附件“晴川区绿化方案.docx”批注：附件“晴川区绿化方案.docx”里有看不见的内容（批注），会随文件一起公开。',
    'hidden-content advice 附件“晴川区绿化方案.docx”文件属性：附件“晴川区绿化方案.docx”的文件属性里写有作者，会随文件一起公开。',
  ]);
});

test('where a picture was taken stops, also of a picture of the body, which is otherwise seen by whoever reads it', () => {
  const reading = {
    kind: 'picture',
    parts: [],
    properties: [
      { name: '拍摄位置（GPS）', value: '经纬度' },
      { name: '设备型号', value: '某型' },
    ],
  } as const;
  const picture = { ...attachment('活动现场.jpg', reading), inBody: true };
  expect(found({}, { attachments: [picture] })).toEqual([
    'hidden-content stop 正文图片“活动现场.jpg”文件属性：正文图片“活动现场.jpg”的文件属性里写有拍摄位置（GPS），原件提供出去就会泄露。',
    'hidden-content advice 正文图片“活动现场.jpg”文件属性：正文图片“活动现场.jpg”的文件属性里写有设备型号，原件提供出去就会泄露。',
  ]);
});

test('personal data are found in names of files and in what a person approved as official they are not', () => {
  const roster = attachment('发放名单110101199003074514.xlsx', read('无'));
  expect(runGates(examined({}, { attachments: [roster] })).map(({ gate, level }) => `${gate} ${level}`)).toContain(
    'private-data stop',
  );
  const body = bodyOfParagraphs(['联系电话：13800138000。']);
  expect(runGates(examined({ body })).some(({ gate }) => gate === 'private-data')).toBe(true);
  expect(found({ body }, { officialNumbers: ['13800138000'] })).toEqual([]);
});

test.each([
  ['附件1.xlsx'],
  ['新建 文本文档.txt'],
  ['扫描 (3).pdf'],
  ['绿化方案最终稿(2).docx'],
  [`${'长'.repeat(61)}.pdf`],
])('an attachment called %s is to be named anew', name => {
  const gates = runGates(examined({}, { attachments: [attachment(name, read('绿化方案'))] })).map(({ gate }) => gate);
  expect(gates).toEqual(['file-names']);
});

test('what no program could read stops until a person has looked at it', () => {
  const scan = attachment('晴川区地图.png', { kind: 'picture', parts: [], properties: [] });
  expect(runGates(examined({}, { attachments: [scan] }))).toMatchObject([{ gate: 'unreadable', level: 'stop' }]);
});

const metadataOf = (kind: ItemKind, content: Content, more: Partial<Examined> = {}) =>
  runGates({ ...examined({}, more), kind, content })
    .filter(({ gate }) => gate === 'metadata' || gate === 'interpretation')
    .map(({ level, place }) => `${level} ${place}`);

test('a document has its 文号 in form, its 文种, theme and date; its days follow each other', () => {
  const bare = normativeOn(TODAY, { documentNumber: '晴政办[2026]1号', genre: null, theme: null, madeOn: null });
  expect(metadataOf('document', bare)).toEqual(['stop 发文字号', 'stop 体裁', 'stop 主题分类', 'stop 成文日期']);
  const early = { kind: 'normative', effectiveOn: TODAY.subtract({ days: 1 }), expiresOn: TODAY.subtract({ days: 2 }) };
  expect(metadataOf('document', normativeOn(TODAY, { details: early as Content['details'] }))).toEqual([
    'stop 施行日期',
    'stop 有效期至',
  ]);
  expect(metadataOf('document', normativeOn(TODAY), { documentNumberTaken: true })).toEqual(['stop 发文字号']);
  expect(metadataOf('news', contentOn(TODAY.add({ days: 1 })))).toEqual(['stop 成文日期', 'stop 公开时限基准日']);
});

test('an interpretation names its document and does not merely copy it (谁起草、谁解读)', () => {
  const details = { kind: 'interpretation', forms: ['text'], interpreter: '政务公开科', telephone: '' } as const;
  const text = '为了规范老旧小区加装电梯工作，制定本办法，本办法自印发之日起施行。';
  const content = contentOn(TODAY, { details, body: bodyOfParagraphs([text]) });
  const interpreted = [{ title: '加装电梯办法', text }];
  expect(metadataOf('interpretation', content, { interpreted })).toEqual(['stop 相关文件', 'advice 正文']);
});

test('what may not get out comes first, and what is too much to list stops until it has been mended', () => {
  const wrong = Array.from({ length: 600 }, (_, index) => `第${index + 1}次开展扫黑险恶宣传。`);
  const body = bodyOfParagraphs([...wrong, '回访13800138000。']);
  const findings = runGates(examined({ body }));
  expect(findings.slice(0, 3).map(({ gate }) => gate)).toEqual(['unreadable', 'private-data', 'wording']);
  expect(findings[0]?.message).toContain('只列出最重要的 500 处');
  expect(findings).toHaveLength(501);
});
