import { isCommonPair, isCommonTriple } from '../lexicons/common-words.ts';
import { FUNCTION_CHARACTERS, SUFFIX_CHARACTERS } from '../lexicons/function-characters.ts';
import { isHan } from '../readable-text.ts';

/** `strict` counts every single character as lone; `lenient` lets words of one character and suffixes pass. */
export type Reading = 'strict' | 'lenient';

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
  const best = new Float64Array(end - start + 1).fill(end - start);
  best[0] = 0;
  const word = (from: number, to: number): void => {
    if (to <= start || (!overlap && (from < start || to > end))) return;
    const target = Math.min(to, end) - start;
    best[target] = Math.min(best[target]!, from < start ? 0 : best[from - start]!);
  };
  for (let at = Math.max(0, start - LOOK_BACK); at < end; at++) {
    if (isPair(text, at)) word(at, at + 2);
    if (isTriple(text, at)) word(at, at + 3);
    if (intactEnds[at]! > at) word(at, intactEnds[at]!);
    if (at >= start) {
      const alone = best[at - start]! + (reading === 'lenient' && standsAlone(text, at) ? 0 : 1);
      best[at - start + 1] = Math.min(best[at - start + 1]!, alone);
    }
  }
  return best[end - start]!;
}

/** Whether the character at a place is part of an everyday word with its neighbours. */
export function isInWord(text: string, at: number): boolean {
  return (
    isPair(text, at - 1) || isPair(text, at) || isTriple(text, at - 2) || isTriple(text, at - 1) || isTriple(text, at)
  );
}

const isPair = (text: string, at: number): boolean =>
  at >= 0 && at + 1 < text.length && isCommonPair(text[at]!, text[at + 1]!);
const isTriple = (text: string, at: number): boolean =>
  at >= 0 && at + 2 < text.length && isCommonTriple(text.slice(at, at + 3));

const standsAlone = (text: string, at: number): boolean =>
  FUNCTION_CHARACTERS.has(text[at]!) || (SUFFIX_CHARACTERS.has(text[at]!) && at > 0 && isHan(text.charCodeAt(at - 1)));
