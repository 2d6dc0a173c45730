import type { Piece, ReaderOutput } from '../piece.ts';

/** A line longer than this is no line of a document; it is cut, so that no step behind has to read it whole. */
const LONGEST_LINE = 200_000;

/** Plain text or Markdown as pieces: one verbatim block, because a tab, a bar or an empty line may be part of a table. */
export function readTextPieces(text: string): readonly Piece[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map(line => (line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line));
  return lines.every(line => line.trim() === '') ? [] : [{ kind: 'verbatim', lines, place: { line: 1 } }];
}

/** What a reader gives for decoded text. */
export const readText = (text: string): ReaderOutput => ({ format: 'text', pieces: readTextPieces(text) });
