import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { unfoldTables } from '../../../platform/document/unfold-tables.ts';
import { readDocx } from '../../../platform/docx/read-docx.ts';
import type { ReaderOutput, Unreadable } from '../piece.ts';
import { piecesOf } from './pieces.ts';
import { sentenceFor } from './sentence.ts';

/** Reads a Word document (.docx). */
export async function readDocxPieces(bytes: Uint8Array): Promise<Result<ReaderOutput, Unreadable>> {
  const document = await readDocx(bytes);
  if (!document.ok) return refuse({ message: sentenceFor(document.problem) });
  return ok({ format: 'docx', pieces: piecesOf(unfoldTables(document.value)) });
}
