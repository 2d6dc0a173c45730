import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';
import { walkXml } from '../xml/walk-xml.ts';

/** `_x000D_` stands for a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Names without a prefix: files of some programs bind one to the spreadsheet's namespace. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads xl/sharedStrings.xml: the strings by their number, runs joined, readings above characters left out. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = [];
  let [current, characters, readings] = ['', 0, 0];
  let inText = false;
  await walkXml(chunks, {
    open(name) {
      const local = localName(name);
      if (local === 'si') current = '';
      else if (local === 'rPh') readings += 1;
      else if (local === 't') inText = readings === 0;
    },
    close(name) {
      const local = localName(name);
      if (local === 'si') strings.push(unescaped(current));
      else if (local === 'rPh') readings -= 1;
      else if (local === 't') inText = false;
    },
    text(text) {
      if (!inText) return;
      characters += text.length;
      if (characters > LIMITS.textCharacters) fail('too-large');
      current += text;
    },
  });
  return strings;
}
