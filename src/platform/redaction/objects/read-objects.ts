import { createLexer, UnexpectedPdf } from './lexer.ts';
import type { Lexer, Token } from './lexer.ts';
import type { PdfEntries, PdfObject, PdfObjects } from './pdf-object.ts';

/** Arrays and dictionaries inside one another. */
const MAX_DEPTH = 100;

function expectToken(lexer: Lexer): Token {
  const token = lexer.next();
  if (token === null) throw new UnexpectedPdf('the file ends inside an object');
  return token;
}

/** `12 0 R` begins like a number: two tokens more are looked at before it is taken for one. */
function referenceAt(lexer: Lexer, number: number): PdfObject {
  const after = lexer.at;
  const generation = Number.isInteger(number) ? lexer.next() : null;
  const word = generation?.kind === 'value' && typeof generation.value === 'number' ? lexer.next() : null;
  if (word?.kind === 'word' && word.word === 'R') return { kind: 'reference', number };
  lexer.at = after;
  return number;
}

function readEntries(lexer: Lexer, depth: number): PdfEntries {
  const entries = new Map<string, PdfObject>();
  for (;;) {
    const token = expectToken(lexer);
    if (token.kind === 'bracket' && token.bracket === '>>') return entries;
    if (
      token.kind !== 'value' ||
      token.value === null ||
      typeof token.value !== 'object' ||
      token.value.kind !== 'name'
    )
      throw new UnexpectedPdf('a key is no name');
    entries.set(token.value.name, readValue(lexer, expectToken(lexer), depth + 1));
  }
}

function readItems(lexer: Lexer, depth: number): PdfObject[] {
  const items: PdfObject[] = [];
  for (;;) {
    const token = expectToken(lexer);
    if (token.kind === 'bracket' && token.bracket === ']') return items;
    items.push(readValue(lexer, token, depth + 1));
  }
}

/** The value that begins with this token. */
export function readValue(lexer: Lexer, token: Token, depth = 0): PdfObject {
  if (depth > MAX_DEPTH) throw new UnexpectedPdf('too deep');
  if (token.kind === 'value') return typeof token.value === 'number' ? referenceAt(lexer, token.value) : token.value;
  if (token.kind === 'bracket' && token.bracket === '<<')
    return { kind: 'dictionary', entries: readEntries(lexer, depth) };
  if (token.kind === 'bracket' && token.bracket === '[') return { kind: 'array', items: readItems(lexer, depth) };
  throw new UnexpectedPdf(`${token.kind === 'word' ? token.word : token.bracket} where a value should be`);
}

function readStreamBytes(lexer: Lexer, entries: PdfEntries): Uint8Array {
  const length = entries.get('Length');
  if (typeof length !== 'number') throw new UnexpectedPdf('a stream of unknown length');
  let from = lexer.at;
  if (lexer.bytes[from] === 13) from += 1;
  if (lexer.bytes[from] === 10) from += 1;
  const end = from + length;
  if (end > lexer.bytes.length) throw new UnexpectedPdf('a stream beyond the end');
  lexer.at = end;
  const word = lexer.next();
  if (word?.kind !== 'word' || word.word !== 'endstream') throw new UnexpectedPdf('a stream does not end');
  return lexer.bytes.subarray(from, end);
}

function readObject(lexer: Lexer): PdfObject {
  const value = readValue(lexer, expectToken(lexer));
  const word = lexer.next();
  if (word?.kind !== 'word') throw new UnexpectedPdf('an object does not end');
  if (word.word === 'endobj') return value;
  if (word.word !== 'stream' || value === null || typeof value !== 'object' || value.kind !== 'dictionary')
    throw new UnexpectedPdf('an object does not end');
  const bytes = readStreamBytes(lexer, value.entries);
  const end = lexer.next();
  if (end?.kind !== 'word' || end.word !== 'endobj') throw new UnexpectedPdf('an object does not end');
  return { kind: 'stream', entries: value.entries, bytes };
}

/**
 * Reads a file whose objects stand one after the other, lengths written out, as PDFium saves it. Not for foreign files: it
 * knows no repair, and throws UnexpectedPdf where anything is otherwise.
 */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const lexer = createLexer(bytes);
  const objects = new Map<number, PdfObject>();
  let trailer: PdfEntries = new Map();
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (token.kind === 'word' && token.word === 'trailer') {
      const value = readValue(lexer, expectToken(lexer));
      if (value !== null && typeof value === 'object' && value.kind === 'dictionary') trailer = value.entries;
    } else if (token.kind === 'value' && typeof token.value === 'number') {
      const number = token.value;
      const before = lexer.at;
      const [generation, word] = [lexer.next(), lexer.next()];
      if (generation?.kind === 'value' && word?.kind === 'word' && word.word === 'obj') {
        const object = readObject(lexer);
        objects.set(number, object);
        // Without a table at the end, a stream with the same entries stands in for the trailer.
        if (typeof object === 'object' && object?.kind === 'stream' && object.entries.has('Root'))
          trailer = object.entries;
      } else lexer.at = before;
    }
  }
  return { objects, trailer };
}
