// Runs inside the sandbox: everything that touches the bytes of an attachment.
import { guarded } from '../../platform/document/trouble.ts';
import type { Trouble } from '../../platform/document/trouble.ts';
import { recogniseContent } from '../../platform/files/recognise-content.ts';
import { KIND_FACTS } from '../../platform/files/upload-kind.ts';
import type { UploadKind } from '../../platform/files/upload-kind.ts';
import type { Block } from '../../platform/pdf/content.ts';
import { readPdfContent } from '../../platform/pdf/read-pdf.ts';
import type { PdfProblem } from '../../platform/pdf/read-pdf.ts';
import { decodeText } from '../../platform/text/decode-text.ts';
import { readPictureMetadata } from '../../platform/files/picture-metadata.ts';
import { readBesidePages } from '../../platform/pdf/beside-pages.ts';
import { unread } from '../rules/gates/reading.ts';
import type { AttachmentReading, ReadingPart } from '../rules/gates/reading.ts';
import type { ReadInner } from './office-parts.ts';
import { readExcel } from './read-excel.ts';
import { readWord } from './read-word.ts';

export type AttachmentJob = { readonly name: string; readonly bytes: Uint8Array };

const TROUBLE_SENTENCE = {
  'too-large': '内容过多，没有读完',
  'too-deep': '结构异常',
  'too-many-parts': '内部文件过多',
  'too-many-cells': '单元格过多，没有读完',
  bomb: '展开后过大',
  doctype: '结构异常',
  damaged: '文件已损坏',
  encrypted: '设有打开密码',
  'no-content': '没有正文',
} as const satisfies Record<Trouble, string>;

const PDF_SENTENCE = {
  'not-pdf': '不是 PDF 文件',
  damaged: '文件已损坏',
  password: '设有打开密码',
  'no-text': '是扫描件或者图片，没有文字层',
  garbled: '字体缺少文字编码，读出的是乱码',
  'too-many-pages': '页数过多，没有读完',
  'too-complex': '内容过于复杂，没有读完',
} as const satisfies Record<PdfProblem['kind'], string>;

function pdfText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'aligned':
      return block.lines.join('\n');
    case 'table': {
      const rows = Map.groupBy(block.table.cells, ({ row }) => row);
      return [...rows.values()].map(cells => cells.map(({ text }) => text).join('\t')).join('\n');
    }
  }
}

const INFO_NAME: Readonly<Record<string, string>> = {
  Title: '标题',
  'dc:title': '标题',
  Author: '作者',
  'dc:creator': '作者',
  Subject: '主题',
  'dc:description': '主题',
  Keywords: '标记',
  'pdf:keywords': '标记',
};
/** A path tells who sits at the computer and how files are kept there. */
const PATH = /(?:[A-Za-z]:\\|\\\\[\w.-]+\\|file:\/\/|\/(?:Users|home|Documents)\/)/u;

function pdfProperties(found: Awaited<ReturnType<typeof readBesidePages>>['properties']) {
  return found.flatMap(({ key, value }) => {
    if (PATH.test(value)) return [{ name: '文件在电脑里的路径', value }];
    if (key === 'Producer' || key === 'Creator') return [];
    return [{ name: INFO_NAME[key] ?? '自定义属性', value }];
  });
}

/** What a PDF carries beside its pages, also one whose pages are pictures; null where the engine cannot open it. */
async function readBeside(
  bytes: Uint8Array,
  inner: ReadInner,
): Promise<Pick<AttachmentReading, 'parts' | 'properties'>> {
  const beside = await readBesidePages(bytes).catch(() => null);
  if (beside === null) return { parts: [], properties: [] };
  const hidden = (place: string, text: string): ReadingPart => ({ place, text, hidden: true });
  const notes = beside.notes.map(({ page, author, text }) => `第${page}页 ${author} ${text}`.trim());
  const embedded: ReadingPart[] = [];
  for (const file of beside.attachments) {
    const { parts } = await inner(file.name, file.bytes);
    const text = [file.name, ...parts.map(one => one.text)].join('\n');
    embedded.push(hidden(`内嵌附件“${file.name}”`, text));
  }
  return {
    parts: [
      ...(notes.length > 0 ? [hidden('注释和表单', notes.join('\n'))] : []),
      ...embedded,
      ...(beside.hiddenLayers.length > 0 ? [hidden('关闭的图层', beside.hiddenLayers.join('、'))] : []),
      ...(beside.scripts > 0 ? [hidden('脚本', `${beside.scripts} 段`)] : []),
    ],
    properties: pdfProperties(beside.properties),
  };
}

/** Text under a black box is text: it is read like any other. */
async function readPdf(bytes: Uint8Array, inner: ReadInner): Promise<AttachmentReading> {
  const [content, beside] = [await readPdfContent(bytes), await readBeside(bytes, inner)];
  if (!content.ok) return { ...unread(PDF_SENTENCE[content.problem.kind]), ...beside };
  const text = content.value.blocks.map(pdfText).join('\n');
  return { kind: 'read', text, ...beside, parts: [{ place: '正文', text, hidden: false }, ...beside.parts] };
}

async function readByKind(kind: UploadKind, bytes: Uint8Array, inner: ReadInner): Promise<AttachmentReading> {
  switch (kind) {
    case 'docx':
      return readWord(bytes, inner);
    case 'xlsx':
      return readExcel(bytes, inner);
    case 'pdf':
      return readPdf(bytes, inner);
    case 'txt': {
      const { text } = decodeText(bytes);
      return { kind: 'read', text, parts: [{ place: '正文', text, hidden: false }], properties: [] };
    }
    case 'jpg':
    case 'png':
      return { kind: 'picture', parts: [], properties: readPictureMetadata(bytes).slice(0, 100) };
    case 'doc':
    case 'wps':
    case 'xls':
    case 'ofd':
      return unread(`${KIND_FACTS[kind].label}不能自动检查，请另存为 .docx、.xlsx 或者 PDF`);
  }
}

/** Files in files in files are nobody's document: what lies deeper is named and not read. */
const DEEPEST = 2;

async function readAt(depth: number, { name, bytes }: AttachmentJob): Promise<AttachmentReading> {
  if (depth > DEEPEST) return unread('内嵌的层数过多');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = await recogniseContent(bytes, extension);
  if (!kind.ok) return unread(kind.problem);
  const inner: ReadInner = (within, content) => readAt(depth + 1, { name: within, bytes: content });
  const reading = await guarded(() => readByKind(kind.value, bytes, inner));
  return reading.ok ? reading.value : unread(TROUBLE_SENTENCE[reading.problem]);
}

/** Reads one attachment; what is wrong with it is an answer, only a fault of ours throws. */
export async function run(job: AttachmentJob): Promise<AttachmentReading> {
  return readAt(0, job);
}
