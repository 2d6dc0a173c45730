import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'numerals' };
const SPACED = /[\p{Script=Han}] \d|\d [\p{Script=Han}]/gu;
const CLOSE = /[\p{Script=Han}]\d|\d[\p{Script=Han}]/gu;
const FEWEST = 2;

/** Texts that write numbers between Chinese characters now with spaces, now without: one remark, at the first place of the rarer style. */
export function checkDigitSpacing(text: string): readonly Remark[] {
  const [spaced, close] = [[...text.matchAll(SPACED)], [...text.matchAll(CLOSE)]];
  if (spaced.length < FEWEST || close.length < FEWEST) return [];
  const first = (spaced.length <= close.length ? spaced : close)[0]!;
  return [
    {
      level: 'notice',
      span: { start: first.index, end: first.index + first[0].length },
      message: `数字与汉字之间有的空格（${spaced.length}处）、有的不空格（${close.length}处），全文应当统一。`,
      suggestion: '删去数字与汉字之间的空格',
      basis: BASIS,
    },
  ];
}
