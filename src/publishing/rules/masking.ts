import { checkText } from '../../proofreading/check-text.ts';
import type { Span } from '../../proofreading/finding.ts';

/** Characters of a text that are replaced, and by what. */
export type Mask = Span & { readonly replacement: string };

/** What was replaced in a copy, as it is shown: masked, where it stood, and how it reads now. */
export type MaskedPlace = { readonly place: string; readonly replacement: string; readonly what: string };

/**
 * Personal data of a text as they are masked: numbers keep their first and last digits, an address ends at town or street.
 * Numbers that an office has approved stay. In the order of the text, none within another.
 */
export function masksOf(
  text: string,
  officialNumbers: readonly string[],
): readonly (Mask & { readonly what: string })[] {
  const masks: (Mask & { readonly what: string })[] = [];
  let end = 0;
  for (const { audit, span, quote, message } of checkText(text, { officialNumbers })) {
    if (audit !== 'private-data' || span === undefined || span.start < end) continue;
    if (quote === text.slice(span.start, span.end)) continue;
    masks.push({ ...span, replacement: quote, what: message.replace(/^疑似公开了|，请核对.*$/gu, '') });
    end = span.end;
  }
  return masks;
}

/** The text with masks applied; they are in its order and none touches another. */
export function masked(text: string, masks: readonly Mask[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, replacement } of masks) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * The masks of a long text as they fall on one piece of it that begins at `offset`. The replacement stands where the masked words
 * begin; a piece in their middle loses them.
 */
export function masksWithin(masks: readonly Mask[], offset: number, length: number): readonly Mask[] {
  return masks
    .filter(({ start, end }) => start < offset + length && end > offset)
    .map(({ start, end, replacement }) => ({
      start: Math.max(start - offset, 0),
      end: Math.min(end - offset, length),
      replacement: start >= offset ? replacement : '',
    }));
}
