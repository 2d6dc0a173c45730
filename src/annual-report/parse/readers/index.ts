import { assertNever } from '../../../kernel/assert-never.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { decodeText } from '../../../platform/text/decode-text.ts';
import type { ReaderOutput, Unreadable } from '../piece.ts';
import { sniffFormat } from './sniff.ts';

/**
 * What stands in a file, in reading order. The format is told by the content; each reader is loaded when first needed.
 * Refuses what no reader can take, and JSON, which is a report already (`readReportJson`).
 */
export async function readPieces(bytes: Uint8Array, name: string): Promise<Result<ReaderOutput, Unreadable>> {
  const sniffed = sniffFormat(bytes, name);
  if (!sniffed.ok) return sniffed;
  const format = sniffed.value;
  switch (format) {
    case 'html':
      return (await import('./html.ts')).readHtmlPieces(bytes);
    case 'docx':
      return (await import('./docx.ts')).readDocxPieces(bytes);
    case 'xlsx':
      return (await import('./xlsx.ts')).readXlsxPieces(bytes);
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes);
    case 'text':
      return ok((await import('./text.ts')).readText(decodeText(bytes).text));
    case 'json':
      return refuse({ message: '这是 JSON 数据而不是版面文件，请按 report read --json 的格式提供' });
  }
  return assertNever(format);
}
