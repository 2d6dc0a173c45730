import { createLexer } from '../objects/lexer.ts';
import type { Lexer } from '../objects/lexer.ts';

/** What a font's ToUnicode says: the hex text for each code, and how many bytes a code has. */
export type UnicodeMap = { readonly bytesPerCode: number; readonly texts: ReadonlyMap<number, string> };

const MAX_CODES = 70_000;
const valueOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The next strings, up to the word that ends the section; lists of strings come flat behind null. */
function sectionOf(lexer: Lexer, end: string): (Uint8Array | '[' | ']')[] {
  const items: (Uint8Array | '[' | ']')[] = [];
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (token.kind === 'word' && token.word === end) break;
    if (token.kind === 'bracket' && (token.bracket === '[' || token.bracket === ']')) items.push(token.bracket);
    const value = token.kind === 'value' ? token.value : null;
    if (value !== null && typeof value === 'object' && value.kind === 'string') items.push(value.bytes);
    if (items.length > MAX_CODES * 3) throw new RangeError('too many codes');
  }
  return items;
}

/** The text of the code so many places behind the first of a range: its last unit counts on. */
function countedOn(first: Uint8Array, by: number): string {
  const copy = Uint8Array.from(first);
  for (let at = copy.length - 1, carry = by; at >= 0 && carry > 0; at -= 1) {
    const sum = copy[at]! + carry;
    copy[at] = sum & 255;
    carry = sum >> 8;
  }
  return hexOf(copy);
}

/** Reads a ToUnicode map. Throws where it is none. */
export function readUnicodeMap(bytes: Uint8Array): UnicodeMap {
  const lexer = createLexer(bytes);
  const texts = new Map<number, string>();
  let bytesPerCode = 1;
  const set = (code: number, text: string) => {
    if (texts.size < MAX_CODES) texts.set(code, text);
  };
  for (let token = lexer.next(); token !== null; token = lexer.next()) {
    if (token.kind !== 'word') continue;
    if (token.word === 'beginbfchar') {
      const items = sectionOf(lexer, 'endbfchar').filter(item => typeof item !== 'string');
      for (let at = 0; at + 1 < items.length; at += 2) {
        bytesPerCode = Math.max(bytesPerCode, items[at]!.length);
        set(valueOf(items[at]!), hexOf(items[at + 1]!));
      }
    }
    if (token.word !== 'beginbfrange') continue;
    const items = sectionOf(lexer, 'endbfrange');
    for (let at = 0; at + 2 < items.length;) {
      const [low, high, first] = [items[at]!, items[at + 1]!, items[at + 2]!];
      if (typeof low === 'string' || typeof high === 'string') throw new TypeError('no range');
      bytesPerCode = Math.max(bytesPerCode, low.length);
      const [from, to] = [valueOf(low), Math.min(valueOf(high), valueOf(low) + MAX_CODES)];
      at += 3;
      if (typeof first !== 'string') {
        for (let code = from; code <= to; code += 1) set(code, countedOn(first, code - from));
        continue;
      }
      for (let code = from; at < items.length; at += 1, code += 1) {
        const item = items[at]!;
        if (typeof item === 'string') {
          at += 1;
          break;
        }
        set(code, hexOf(item));
      }
    }
  }
  return { bytesPerCode, texts };
}

/** A ToUnicode map that says these things and nothing else. */
export function writeUnicodeMap({ bytesPerCode, texts }: UnicodeMap): Uint8Array {
  const hex = (code: number) => code.toString(16).padStart(2 * bytesPerCode, '0');
  const rows = [...texts].map(([code, text]) => `<${hex(code)}> <${text}>`);
  const sections = Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => {
    const part = rows.slice(at * 100, (at + 1) * 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar\n`;
  });
  const text =
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Custom def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<${'00'.repeat(bytesPerCode)}> <${'ff'.repeat(bytesPerCode)}>\nendcodespacerange\n` +
    `${sections.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
