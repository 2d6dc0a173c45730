import { isCommonPair, isCommonTriple } from '../lexicons/common-words.ts';
import { FUNCTION_CHARACTERS, NUMERALS, SUFFIX_CHARACTERS, UNIT_CHARACTERS } from '../lexicons/function-characters.ts';
import { isHan } from '../readable-text.ts';

/** What passes on its own: nothing; words of one character (和, 为, 市); these and suffixes (化, 员, 法). */
export type Reading = 'strict' | 'words' | 'suffixes';

/** A text and, for every place, the end of the longest undamaged term that begins there (0: none). */
export type KnownText = { readonly text: string; readonly intactEnds: Uint32Array };

/** How far before a stretch a word may begin that reaches into it. */
const LOOK_BACK = 12;

/**
 * How many characters of the stretch [start, end) stay alone when it is read as everyday words and undamaged terms. With `overlap`, words
 * may reach over both ends. 0 = it reads naturally as it stands: 增加领导 is not 加强领导 with a character dropped.
 */
export function loneCharacters(
  { text, intactEnds }: KnownText,
  start: number,
  end: number,
  reading: Reading,
  overlap: boolean,
): number {
  const best = [0];
  for (let length = 1; length <= end - start; length++) best.push(end - start);
  // A word that begins before the stretch leaves nothing alone up to its end; with no overlap it does not count.
  for (let at = overlap ? Math.max(0, start - LOOK_BACK) : start; at < end; at++) {
    const before = at < start ? 0 : best[at - start]!;
    const reach = (to: number): void => {
      if (to <= start || (!overlap && to > end)) return;
      const target = Math.min(to, end) - start;
      if (before < best[target]!) best[target] = before;
    };
    if (isCommonPair(text, at)) reach(at + 2);
    if (isCommonTriple(text, at)) reach(at + 3);
    if (intactEnds[at]! > at) reach(intactEnds[at]!);
    if (at < start) continue;
    const alone = before + (standsAlone(text, at, reading) ? 0 : 1);
    if (alone < best[at - start + 1]!) best[at - start + 1] = alone;
  }
  return best[end - start]!;
}

/** Whether the character at a place is part of an everyday word with its neighbours. */
export function isInWord(text: string, at: number): boolean {
  return (
    isCommonPair(text, at - 1) ||
    isCommonPair(text, at) ||
    isCommonTriple(text, at - 2) ||
    isCommonTriple(text, at - 1) ||
    isCommonTriple(text, at)
  );
}

/** Whether a word ends with the character at a place. */
export const endsWord = (text: string, at: number): boolean =>
  isCommonPair(text, at - 1) || isCommonTriple(text, at - 2);

/** Whether a word or an undamaged term begins with the character at a place. */
export const beginsWord = ({ text, intactEnds }: KnownText, at: number): boolean =>
  isCommonPair(text, at) || isCommonTriple(text, at) || (intactEnds[at] ?? 0) > at + 1;

const standsAlone = (text: string, at: number, reading: Reading): boolean =>
  reading !== 'strict' &&
  (FUNCTION_CHARACTERS.has(text[at]!) ||
    (UNIT_CHARACTERS.has(text[at]!) && NUMERALS.has(text[at - 1] ?? '')) ||
    (reading === 'suffixes' && SUFFIX_CHARACTERS.has(text[at]!) && at > 0 && isHan(text.charCodeAt(at - 1))));
