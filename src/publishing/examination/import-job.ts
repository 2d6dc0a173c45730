// Runs inside the sandbox: everything that touches the bytes of the tables and documents of an import.
import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { FlatBlock } from '../../platform/document/block.ts';
import { guarded } from '../../platform/document/trouble.ts';
import type { Trouble } from '../../platform/document/trouble.ts';
import { unfoldTables } from '../../platform/document/unfold-tables.ts';
import { readDocx } from '../../platform/docx/read-docx.ts';
import { declaredCharset } from '../../platform/html/read-html.ts';
import { readPdfContent } from '../../platform/pdf/read-pdf.ts';
import type { Block as PdfBlock } from '../../platform/pdf/content.ts';
import { decodeText } from '../../platform/text/decode-text.ts';
import { isBinary } from '../../platform/text/is-binary.ts';
import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { proposeItem } from '../parse/propose-item.ts';
import type { ItemProposal } from '../parse/propose-item.ts';
import { proposePage } from '../parse/propose-page.ts';
import type { PageProposal } from '../parse/propose-page.ts';
import { linesOfTable } from '../rules/import/table-lines.ts';
import type { TableLines } from '../rules/import/table-lines.ts';

export type ForeignFile = { readonly name: string; readonly bytes: Uint8Array };
export type ImportJob =
  | { readonly kind: 'table'; readonly file: ForeignFile }
  | { readonly kind: 'documents'; readonly files: readonly ForeignFile[] };

/** What a document gives; `keep` says that its text is not the whole of it, so that the file itself is published with the item. */
export type ReadDocument =
  | { readonly kind: 'read'; readonly proposal: PageProposal; readonly keep: boolean }
  | { readonly kind: 'unread'; readonly why: string };

export type ImportAnswer =
  | { readonly kind: 'table'; readonly table: Result<TableLines, string> }
  | { readonly kind: 'documents'; readonly documents: readonly ReadDocument[] };

const SENTENCE = {
  'too-large': '内容过多，没有读完',
  'too-deep': '文件结构异常',
  'too-many-parts': '文件内部的部件过多',
  'too-many-cells': '表格的单元格过多',
  bomb: '展开后的体积异常',
  doctype: '文件结构异常',
  damaged: '文件已损坏，或者内容与扩展名不符',
  encrypted: '文件设有打开密码',
  'no-content': '文件里没有内容',
} as const satisfies Record<Trouble, string>;

const UNSAID = { publishedAt: null, column: null, source: null, author: null, keywords: null, summary: null } as const;

const read = (proposal: ItemProposal, keep: boolean): ReadDocument => ({
  kind: 'read',
  proposal: { ...UNSAID, ...proposal },
  keep,
});
const unread = (why: string): ReadDocument => ({ kind: 'unread', why });

function flatOfPdf(block: PdfBlock): readonly FlatBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: block.text }];
    case 'aligned':
      return block.lines.map(text => ({ kind: 'paragraph', text }));
    case 'table':
      return [{ kind: 'table', ...block.table }];
  }
}

const plainText = (bytes: Uint8Array): readonly FlatBlock[] =>
  decodeText(bytes)
    .text.split(/\r\n?|\n/u)
    .map(text => ({ kind: 'paragraph', text }));

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const content = await readPdfContent(bytes);
  // A scan has no text that could be taken: the file itself is the item.
  if (!content.ok) return read({ ...proposeItem([]), body: [] }, true);
  return read(proposeItem(content.value.blocks.flatMap(flatOfPdf)), true);
}

async function readOne({ name, bytes }: ForeignFile): Promise<ReadDocument> {
  switch (extensionOf(name)) {
    case 'html':
    case 'htm':
    case 'shtml':
    case 'xhtml':
    case 'jhtml':
      if (isBinary(bytes)) return unread(SENTENCE.damaged);
      return { kind: 'read', proposal: proposePage(decodeText(bytes, declaredCharset(bytes)).text), keep: false };
    case 'txt':
    case 'md':
      if (isBinary(bytes)) return unread(SENTENCE.damaged);
      return read(proposeItem(plainText(bytes)), false);
    case 'docx': {
      const document = await readDocx(bytes);
      return document.ok ? read(proposeItem(unfoldTables(document.value)), false) : unread(SENTENCE[document.problem]);
    }
    case 'pdf':
      return readPdf(bytes);
    case 'doc':
    case 'wps':
    case 'ofd':
      return read(proposeItem([]), true);
    default:
      return unread('不是可以导入的格式（HTML、DOCX、PDF、TXT、DOC、WPS、OFD）');
  }
}

async function readDocument(file: ForeignFile): Promise<ReadDocument> {
  if (file.bytes.byteLength === 0) return unread('文件是空的');
  const outcome = await guarded(() => readOne(file));
  return outcome.ok ? outcome.value : unread(SENTENCE[outcome.problem]);
}

/** The cells of a table in rows; what a merged cell says holds for every row it reaches over. */
function cellRows(table: Extract<FlatBlock, { kind: 'table' }>): readonly (readonly string[])[] {
  const rows = Array.from({ length: table.rows }, (): string[] => []);
  for (const { row, column, rowSpan, text } of table.cells)
    for (let at = row; at < Math.min(row + rowSpan, table.rows); at += 1) rows[at]![column] = text;
  return rows.map(row => Array.from(row, text => text ?? ''));
}

async function tableOfWorkbook(bytes: Uint8Array): Promise<Result<TableLines, string>> {
  const workbook = await readXlsx(bytes);
  if (!workbook.ok)
    return refuse(
      workbook.problem === 'too-many-cells'
        ? '表格超过 20 万个单元格，请在 Excel 或 WPS 里另存为 CSV 再导入'
        : `元数据表读不了：${SENTENCE[workbook.problem]}，请另存后再导入`,
    );
  let problem: Result<TableLines, string> = refuse('元数据表里没有内容，请核对后再导入');
  for (const { blocks } of workbook.value.sheets) {
    const rows = blocks.flatMap(block => (block.kind === 'table' ? cellRows(block) : [[block.text]]));
    const lines = linesOfTable(rows);
    if (lines.ok) return lines;
    if (rows.length > 0) problem = lines;
  }
  return problem;
}

async function tableOfText(bytes: Uint8Array): Promise<Result<TableLines, string>> {
  const { text, encoding } = decodeText(bytes);
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) return refuse('元数据表不是文本，请另存为 CSV 再导入');
  const { parseCsv } = await import('hucre/csv');
  return linesOfTable(parseCsv(text).map(row => row.map(cell => String(cell ?? ''))));
}

/** Reads the table, or the documents in their order; what is wrong with one is its answer, only a fault of ours throws. */
export async function run(job: ImportJob): Promise<ImportAnswer> {
  switch (job.kind) {
    case 'table': {
      const { name, bytes } = job.file;
      const isWorkbook = extensionOf(name) === 'xlsx';
      return { kind: 'table', table: isWorkbook ? await tableOfWorkbook(bytes) : await tableOfText(bytes) };
    }
    case 'documents': {
      const documents: ReadDocument[] = [];
      for (const file of job.files) documents.push(await readDocument(file));
      return { kind: 'documents', documents };
    }
  }
}
