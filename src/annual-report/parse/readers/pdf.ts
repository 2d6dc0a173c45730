import { assertNever } from '../../../kernel/assert-never.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Block } from '../../../platform/pdf/content.ts';
import { readPdfContent } from '../../../platform/pdf/read-pdf.ts';
import type { PdfProblem } from '../../../platform/pdf/read-pdf.ts';
import type { RuledTable } from '../../../platform/pdf/ruled-table.ts';
import type { Grid, Piece, ReaderOutput, Unreadable } from '../piece.ts';

function sentenceFor(problem: PdfProblem): string {
  switch (problem.kind) {
    case 'not-pdf':
      return '文件不是 PDF，内容与扩展名不符，请确认后重新上传';
    case 'damaged':
      return 'PDF 文件已损坏，无法打开，请重新下载或重新导出后再试';
    case 'password':
      return 'PDF 设有打开密码，无法读取，请先去除密码，或提供 Word、网页版';
    case 'no-text':
      return 'PDF 没有文字层（多为扫描件或图片），无法读取表格数字，请提供 Word、网页版，或由 Word 直接导出的 PDF';
    case 'garbled':
      return 'PDF 的字体缺少文字编码，读出的是乱码，请提供 Word、网页版，或由 Word 重新导出的 PDF';
    case 'too-many-pages':
      return `PDF 有 ${problem.pages} 页，超过 ${problem.limit} 页上限，请只保留年度报告部分后重试`;
    case 'too-complex':
      return `PDF 第 ${problem.page} 页内容过于复杂，没有读完，请提供 Word、网页版，或只保留年度报告部分后重试`;
  }
  return assertNever(problem);
}

function gridOf({ rows, columns, cells }: RuledTable): Grid {
  return {
    rows,
    columns,
    cells: cells
      .map(({ text, row, column, rowSpan, columnSpan }) => ({ text, row, column, rowSpan, columnSpan }))
      .sort((one, other) => one.row - other.row || one.column - other.column),
  };
}

function pieceOf(block: Block, table: number): Piece {
  const place = { page: block.page };
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'line', text: block.text, place };
    case 'aligned':
      return { kind: 'verbatim', lines: block.lines, place };
    case 'table': {
      return { kind: 'grid', grid: gridOf(block.table), place: { ...place, table } };
    }
  }
  return assertNever(block);
}

/** A file's title as office programs fill it in by themselves says nothing. */
const PROGRAM_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)|untitled|无标题|文档\d*|document\d*|\S+\.(?:docx?|wps|pdf|xlsx?)$)/i;

/**
 * Reads a PDF with a text layer: tables with ruling lines become grids with reliable positions, tables without become
 * verbatim lines with tabs, other lines paragraphs. Refuses scans, encrypted, damaged and over-large files with a sentence.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<ReaderOutput, Unreadable>> {
  const content = await readPdfContent(bytes);
  if (!content.ok) return refuse({ message: sentenceFor(content.problem) });
  const { blocks, title } = content.value;
  let tables = 0;
  const pieces = blocks.map(block => pieceOf(block, block.kind === 'table' ? (tables += 1) : tables));
  return ok({
    format: 'pdf',
    pieces,
    ...(title === null || PROGRAM_TITLE.test(title) ? {} : { title }),
  });
}
