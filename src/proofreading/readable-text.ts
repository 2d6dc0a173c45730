import type { Span } from './finding.ts';
import { continuesOn } from './line-continuation.ts';

/**
 * A text as its words read: single spaces inside lines dropped, lines that run on joined, Kangxi radicals and compatibility ideographs
 * replaced by the characters they stand for. Line ends, tabs and wider gaps stay as `\n`. `offsets[i]` is where character i stands in
 * the original.
 */
export type ReadableText = { readonly text: string; readonly offsets: Uint32Array };

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d);
const isLookAlikeBlock = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);

/** Whether the UTF-16 unit is a Chinese character of the basic plane. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);

/** Reads a text of any length in one pass; every character of the result stands at `offsets` in the original. */
export function readableText(original: string): ReadableText {
  const codes = new Uint16Array(original.length);
  const offsets = new Uint32Array(original.length);
  let length = 0;
  const push = (code: number, at: number): void => {
    codes[length] = code;
    offsets[length++] = at;
  };
  const lines = original.split('\n');
  let lineStart = 0;
  let previous: string | null = null;
  for (const line of lines) {
    const content = line.trim();
    if (content !== '') {
      if (previous !== null && !continuesOn(previous, content)) push(0x0a, lineStart - 1);
      previous = content;
      for (let at = 0; at < line.length; at++) {
        const code = line.charCodeAt(at);
        if (code === 0x09 || code === 0x0d) push(0x0a, lineStart + at);
        else if (isSpace(code)) {
          const wide = at + 1 < line.length && isSpace(line.charCodeAt(at + 1));
          if (wide && length > 0 && codes[length - 1] !== 0x0a && offsets[length - 1] === lineStart + at - 1)
            push(0x0a, lineStart + at);
        } else if (isLookAlikeBlock(code)) {
          const plain = line[at]!.normalize('NFKC');
          push(plain.length === 1 ? plain.charCodeAt(0) : code, lineStart + at);
        } else push(code, lineStart + at);
      }
    }
    lineStart += line.length + 1;
  }
  return { text: stringOf(codes.subarray(0, length)), offsets: offsets.slice(0, length) };
}

/** Where the characters [start, end) of the readable text stand in the original; empty ranges are refused. */
export function originalSpan(readable: ReadableText, start: number, end: number): Span {
  const [first, last] = [readable.offsets[start], readable.offsets[end - 1]];
  if (first === undefined || last === undefined || end <= start) throw new RangeError(`no such range: ${start}–${end}`);
  return { start: first, end: last + 1 };
}

const CHUNK = 8192;

function stringOf(codes: Uint16Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < codes.length; at += CHUNK)
    chunks.push(Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + CHUNK)));
  return chunks.join('');
}
