import { createLexer, isWhite, UnexpectedPdf } from './lexer.ts';
import type { Lexer } from './lexer.ts';

/**
 * Operators that draw nothing and may carry words: marked content with its ActualText, Alt and E. Layers that are switched off
 * are marked content too; a file that has any is released as pictures.
 */
const MARKING = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX']);

const letter = (bytes: Uint8Array, at: number) => String.fromCharCode(bytes[at] ?? 0);

/** Goes past a picture written into the content: its data end where `EI` stands alone and what follows reads like operators. */
export function skipInlineImage(lexer: Lexer) {
  const { bytes } = lexer;
  for (let token = lexer.next(); ; token = lexer.next()) {
    if (token === null) throw new UnexpectedPdf('an inline picture does not end');
    if (token.kind === 'word' && token.word === 'ID') break;
  }
  for (let at = lexer.at + 1; at < bytes.length; at += 1) {
    if (letter(bytes, at) !== 'E' || letter(bytes, at + 1) !== 'I' || !isWhite(bytes[at - 1])) continue;
    const after = bytes.subarray(at + 2, at + 14);
    const readable = after.every(byte => isWhite(byte) || (byte >= 32 && byte < 127));
    if (readable && (after.length === 0 || isWhite(after[0]))) {
      lexer.at = at + 2;
      return;
    }
  }
  throw new UnexpectedPdf('an inline picture does not end');
}

/**
 * A content stream without comments and marked content: what is drawn stays, byte for byte. Throws UnexpectedPdf where it
 * cannot be read to its end.
 */
export function cleanContent(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  const lexer = createLexer(bytes);
  const newline = Uint8Array.of(10);
  const space = Uint8Array.of(32);
  let operands: Uint8Array[] = [];
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (token.kind !== 'word') {
      operands.push(bytes.subarray(lexer.start, lexer.at), space);
      continue;
    }
    const from = lexer.start;
    if (token.word === 'BI') skipInlineImage(lexer);
    if (!MARKING.has(token.word)) kept.push(...operands, bytes.subarray(from, lexer.at), newline);
    operands = [];
  }
  return new Uint8Array(Buffer.concat(kept));
}
