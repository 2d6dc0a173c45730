import type { PdfObject } from './pdf-object.ts';

/** The next thing in a file or a content stream: a simple value, a bracket, or a word (`obj`, `R`, `BDC`). */
export type Token =
  | { readonly kind: 'value'; readonly value: PdfObject }
  | { readonly kind: 'bracket'; readonly bracket: '<<' | '>>' | '[' | ']' | '{' | '}' }
  | { readonly kind: 'word'; readonly word: string };

export type Lexer = {
  /** Where the next token is looked for. */
  at: number;
  /** Where the last token began. */
  start: number;
  readonly bytes: Uint8Array;
  readonly next: () => Token | null;
};

/** The file is not what its writer writes: whoever reads it takes another way. */
export class UnexpectedPdf extends Error {}

const code = (character: string) => character.charCodeAt(0);
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', code));
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

export const isWhite = (byte: number | undefined): boolean => byte !== undefined && WHITE.has(byte);
const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);
const hexValue = (byte: number | undefined): number => {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
};

function readLiteral(bytes: Uint8Array, from: number): { readonly text: Uint8Array; readonly end: number } {
  const out: number[] = [];
  let depth = 1;
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === code('\\')) {
      at += 1;
      const escaped = bytes[at];
      if (escaped === undefined) break;
      const digits = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at, at + 3)))?.[0];
      if (digits !== undefined) {
        out.push(Number.parseInt(digits, 8) & 255);
        at += digits.length - 1;
      } else if (escaped === 13 || escaped === 10) {
        if (escaped === 13 && bytes[at + 1] === 10) at += 1;
      } else out.push(ESCAPES[String.fromCharCode(escaped)] ?? escaped);
    } else if (byte === code('(')) {
      depth += 1;
      out.push(byte);
    } else if (byte === code(')')) {
      depth -= 1;
      if (depth === 0) return { text: Uint8Array.from(out), end: at + 1 };
      out.push(byte);
    } else out.push(byte);
  }
  throw new UnexpectedPdf('a string does not end');
}

function readHex(bytes: Uint8Array, from: number): { readonly text: Uint8Array; readonly end: number } {
  const digits: number[] = [];
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === code('>')) {
      if (digits.length % 2 === 1) digits.push(0);
      const text = new Uint8Array(digits.length / 2);
      for (let pair = 0; pair < text.length; pair += 1) text[pair] = digits[2 * pair]! * 16 + digits[2 * pair + 1]!;
      return { text, end: at + 1 };
    }
    const digit = hexValue(bytes[at]);
    if (digit >= 0) digits.push(digit);
  }
  throw new UnexpectedPdf('a string does not end');
}

function readName(bytes: Uint8Array, from: number): { readonly name: string; readonly end: number } {
  let text = '';
  let at = from;
  for (; isRegular(bytes[at]); at += 1) {
    const [high, low] = [hexValue(bytes[at + 1]), hexValue(bytes[at + 2])];
    if (bytes[at] === code('#') && high >= 0 && low >= 0) {
      text += String.fromCharCode(high * 16 + low);
      at += 2;
    } else text += String.fromCharCode(bytes[at]!);
  }
  return { name: text, end: at };
}

const WORD_VALUES: Readonly<Record<string, PdfObject>> = { true: true, false: false, null: null };

/** Reads tokens one after the other; null at the end. Throws UnexpectedPdf at a string that does not end. */
export function createLexer(bytes: Uint8Array, from = 0): Lexer {
  const bracket = (text: '<<' | '>>' | '[' | ']' | '{' | '}'): Token => {
    lexer.at += text.length;
    return { kind: 'bracket', bracket: text };
  };
  const skipWhite = () => {
    for (;;) {
      while (isWhite(bytes[lexer.at])) lexer.at += 1;
      if (bytes[lexer.at] !== code('%')) return;
      while (lexer.at < bytes.length && bytes[lexer.at] !== 10 && bytes[lexer.at] !== 13) lexer.at += 1;
    }
  };

  function next(): Token | null {
    skipWhite();
    lexer.start = lexer.at;
    const byte = bytes[lexer.at];
    if (byte === undefined) return null;
    const [here, following] = [String.fromCharCode(byte), String.fromCharCode(bytes[lexer.at + 1] ?? 0)];
    if (here === '/') {
      const { name, end } = readName(bytes, lexer.at + 1);
      lexer.at = end;
      return { kind: 'value', value: { kind: 'name', name } };
    }
    if (here === '(' || (here === '<' && following !== '<')) {
      const { text, end } = here === '(' ? readLiteral(bytes, lexer.at + 1) : readHex(bytes, lexer.at + 1);
      lexer.at = end;
      return { kind: 'value', value: { kind: 'string', bytes: text } };
    }
    if (here === '<') return bracket('<<');
    if (here === '>' && following === '>') return bracket('>>');
    if (here === '[' || here === ']' || here === '{' || here === '}') return bracket(here);
    if (!isRegular(byte)) throw new UnexpectedPdf(`${here} stands alone`);
    let word = '';
    for (; isRegular(bytes[lexer.at]); lexer.at += 1) word += String.fromCharCode(bytes[lexer.at]!);
    if (NUMBER.test(word)) return { kind: 'value', value: Number(word) };
    return Object.hasOwn(WORD_VALUES, word) ? { kind: 'value', value: WORD_VALUES[word]! } : { kind: 'word', word };
  }

  const lexer: Lexer = { at: from, start: from, bytes, next };
  return lexer;
}
