import type { Span } from '../../../proofreading/finding.ts';

/** A text without its white space, and the way back: `spanOf` gives the place in the text as it stood. */
export type CompactText = {
  readonly text: string;
  readonly spanOf: (start: number, end: number) => Span;
};

const SPACES = /[^\S\n]/gu;

/** Takes out spaces, which printed reports put anywhere (2023 年 1 月), but keeps the line breaks between paragraphs. */
export function compactText(printed: string): CompactText {
  const text = printed.replace(SPACES, '');
  if (text.length === printed.length) return { text, spanOf: (start, end) => ({ start, end }) };
  return {
    text,
    spanOf: (start, end) => {
      const first = originOf(printed, start);
      return { start: first, end: end > start ? originOf(printed, end - 1) + 1 : first };
    },
  };
}

/** Where the character at a place of the compact text stands in the printed one; its end when there is no such character. */
function originOf(printed: string, place: number): number {
  let origin = place;
  for (const { index } of printed.matchAll(SPACES)) {
    if (index > origin) break;
    origin += 1;
  }
  return Math.min(origin, printed.length);
}
