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
import type { AttachmentReading } from '../rules/gates/reading.ts';
import { readExcel } from './read-excel.ts';
import { readWord } from './read-word.ts';

export type AttachmentJob = { readonly name: string; readonly bytes: Uint8Array };

const unread = (why: string): AttachmentReading => ({ kind: 'unread', why });

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

/** Text under a black box is text: it is read like any other. */
async function readPdf(bytes: Uint8Array): Promise<AttachmentReading> {
  const content = await readPdfContent(bytes);
  if (!content.ok) return unread(PDF_SENTENCE[content.problem.kind]);
  const text = content.value.blocks.map(pdfText).join('\n');
  const { title } = content.value;
  return {
    kind: 'read',
    text,
    parts: [{ place: '正文', text, hidden: false }],
    properties: title === null ? [] : [{ name: '标题', value: title.slice(0, 500) }],
  };
}

async function readByKind(kind: UploadKind, bytes: Uint8Array): Promise<AttachmentReading> {
  switch (kind) {
    case 'docx':
      return readWord(bytes);
    case 'xlsx':
      return readExcel(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'txt': {
      const { text } = decodeText(bytes);
      return { kind: 'read', text, parts: [{ place: '正文', text, hidden: false }], properties: [] };
    }
    case 'jpg':
    case 'png':
      return { kind: 'picture' };
    case 'doc':
    case 'wps':
    case 'xls':
    case 'ofd':
      return unread(`${KIND_FACTS[kind].label}不能自动检查，请另存为 .docx、.xlsx 或者 PDF`);
  }
}

/** Reads one attachment; what is wrong with it is an answer, only a fault of ours throws. */
export async function run({ name, bytes }: AttachmentJob): Promise<AttachmentReading> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = await recogniseContent(bytes, extension);
  if (!kind.ok) return unread(kind.problem);
  const reading = await guarded(() => readByKind(kind.value, bytes));
  return reading.ok ? reading.value : unread(TROUBLE_SENTENCE[reading.problem]);
}
