import type { Span } from '../../../proofreading/finding.ts';

/** A text without its white space, and the way back: `spanOf` gives the place in the text as it stood. */
export type CompactText = {
  readonly text: string;
  readonly spanOf: (start: number, end: number) => Span;
};

const SPACE = /[^\S\n]/u;

/** Takes out spaces, which printed reports put anywhere (2023 年 1 月), but keeps the line breaks between paragraphs. */
export function compactText(text: string): CompactText {
  if (!SPACE.test(text)) return { text, spanOf: (start, end) => ({ start, end }) };
  const origins: number[] = [];
  let compact = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    if (SPACE.test(unit)) continue;
    compact += unit;
    origins.push(index);
  }
  return {
    text: compact,
    spanOf: (start, end) => ({
      start: origins[start] ?? text.length,
      end: end > start ? (origins[end - 1] ?? text.length - 1) + 1 : (origins[start] ?? text.length),
    }),
  };
}
