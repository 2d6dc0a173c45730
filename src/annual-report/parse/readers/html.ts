import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { unfoldTables } from '../../../platform/document/unfold-tables.ts';
import { readHtml, readHtmlText } from '../../../platform/html/read-html.ts';
import { findPageInMht } from '../../../platform/html/mht.ts';
import { decodeText } from '../../../platform/text/decode-text.ts';
import type { ReaderOutput, Unreadable } from '../piece.ts';
import { piecesOf } from './pieces.ts';
import { sentenceFor } from './sentence.ts';

/** Reads a web page, Word's HTML, or a page saved as one file (.mht). */
export async function readHtmlPieces(bytes: Uint8Array): Promise<Result<ReaderOutput, Unreadable>> {
  const saved = findPageInMht(bytes);
  const page = saved === null ? await readHtml(bytes) : await readHtmlText(decodeText(saved.bytes, saved.charset).text);
  if (!page.ok) return refuse({ message: sentenceFor(page.problem) });
  const { blocks, title } = page.value;
  return ok({ format: 'html', pieces: piecesOf(unfoldTables(blocks)), ...(title === undefined ? {} : { title }) });
}
