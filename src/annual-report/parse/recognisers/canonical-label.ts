import { foldRadicals } from '../../../kernel/cjk-radicals.ts';
import { simplifiedLabel } from './traditional-forms.ts';

/** A label reduced to what it says: `core` without numbering, spaces, punctuation and brackets; `ordinal` its number. */
export type CanonicalLabel = {
  readonly core: string;
  /** 1 to 20; null where the label has no number. */
  readonly ordinal: number | null;
  /** `section` is 一、 · `group` is （一） · `item` is 1. */
  readonly numbering: 'section' | 'group' | 'item' | null;
};

const NUMERALS = '一二三四五六七八九十';
const GROUP = /^[(〔[]?([一二三四五六七八九十]{1,2})[)〕\]]/;
const SECTION = /^(?:第([一二三四五六七八九十]{1,2})部分|([一二三四五六七八九十]{1,2})[、.,:;·]{1,2})[、.:]?/;
const ITEM = /^[(]?(\d{1,2})[)、.,:;·]{0,2}(?=[^\d])/;
const NUMBERINGS = [
  ['group', GROUP],
  ['section', SECTION],
  ['item', ITEM],
] as const;
const MARKS = /[\s\p{P}\p{S}]+/gu;

const ordinalOf = (numeral: string): number =>
  numeral.length === 2 ? 10 + NUMERALS.indexOf(numeral[1]!) + 1 : NUMERALS.indexOf(numeral) + 1;

/** A text in one width, with the characters that stand for others replaced, and without any white space. */
export function foldedText(text: string): string {
  return foldRadicals(text)
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF\u00AD]+/g, '')
    .replaceAll('其它', '其他');
}

/** Spaces, widths, radicals, brackets, numbering and traditional forms taken away, so that only the words are compared. */
export function canonicalLabel(text: string): CanonicalLabel {
  const folded = simplifiedLabel(foldedText(text)).replace(/^[#*>\-\s]+/, '');
  for (const [numbering, pattern] of NUMBERINGS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const core = folded.slice(match[0].length).replace(MARKS, '');
    if (core === '') break;
    const numeral = match[1] ?? match[2] ?? '';
    return { core, ordinal: /\d/.test(numeral) ? Number(numeral) : ordinalOf(numeral), numbering };
  }
  return { core: folded.replace(MARKS, ''), ordinal: null, numbering: null };
}
