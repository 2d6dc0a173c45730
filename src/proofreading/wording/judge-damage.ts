import { assertNever } from '../../kernel/assert-never.ts';
import { isCommonPair } from '../lexicons/common-words.ts';
import {
  DETACHABLE_ENDINGS,
  FUNCTION_CHARACTERS,
  GOVERNMENT_LEVELS,
  NUMERALS,
  OPTIONAL_CHARACTERS,
  UNIT_CHARACTERS,
} from '../lexicons/function-characters.ts';
import { areInterchangeable } from '../lexicons/interchangeable.ts';
import { looksAlike } from '../lexicons/look-alikes.ts';
import { isHan } from '../readable-text.ts';
import { beginsWord, endsWord, isInWord, loneCharacters, type KnownText, type Reading } from './plausible-reading.ts';
import { soundsAlike } from './pronunciation.ts';
import { rightCharacter, type Suspect } from './suspect.ts';

/** Below this length only characters that sound or look like the right one, and swaps, are taken for damage. */
const SHORTEST_OPEN_TERM = 4;
/** From this length on a term is evidence enough: its first character may be missing, a stray one may have slipped in, and no single character passes as a word. */
const SHORTEST_LONG_TERM = 6;
const TRIAD = 3;
/** The shortest term of which anything is judged. */
const SHORTEST_TERM = 3;

/** A text with its undamaged terms; `reach[at]` = the farthest end of one that begins at a place or before. */
export type JudgedText = KnownText & { readonly reach: Uint32Array };

/** Prepares a text for judging: `intactEnds[at]` = the end of the longest undamaged term at a place, or 0. */
export function judgedText(text: string, intactEnds: Uint32Array): JudgedText {
  const reach = new Uint32Array(intactEnds.length);
  let farthest = 0;
  for (let at = 0; at < intactEnds.length; at++) {
    farthest = Math.max(farthest, intactEnds[at]!);
    reach[at] = farthest;
  }
  return { text, intactEnds, reach };
}

/** 1 for every place between two characters of one undamaged term: nothing is missing there, and neither was replaced. */
export function wholePlaces({ text, reach }: JudgedText): Uint8Array {
  const whole = new Uint8Array(text.length + 1);
  for (let place = 1; place < text.length; place++) if (reach[place - 1]! > place) whole[place] = 1;
  return whole;
}

/**
 * Whether a suspect is worth reporting: the damaged place is not part of an undamaged term, and the words there do not read naturally as
 * they stand. What another word may explain is let pass: a false alarm costs more trust than a miss.
 */
export function isDamage(judged: JudgedText, suspect: Suspect): boolean {
  switch (suspect.kind) {
    case 'missing':
      return isMissing(judged, suspect);
    case 'extra':
      return isExtra(judged, suspect);
    case 'swapped':
      return isSwapped(judged, suspect);
    case 'replaced':
      return isReplaced(judged, suspect);
  }
  return assertNever(suspect.kind);
}

function isMissing(judged: JudgedText, suspect: Suspect): boolean {
  const { text, intactEnds } = judged;
  const { at, start, end, entry } = suspect;
  const length = entry.text.length;
  if (length < SHORTEST_OPEN_TERM || OPTIONAL_CHARACTERS.has(rightCharacter(suspect))) return false;
  if (isSpanned(judged, at - 1, at + 1)) return false;
  if (at === start)
    return (
      length >= SHORTEST_LONG_TERM &&
      entry.kind !== 'phrase' &&
      intactEnds[start]! < end &&
      !readsNaturally(judged, suspect, 'words')
    );
  if (at < end) {
    if (isTriad(text, start, end)) return false;
    const lenient = length > SHORTEST_OPEN_TERM ? 'words' : 'suffixes';
    return !readsNaturally(judged, suspect, isStrong(suspect) ? 'strict' : lenient);
  }
  const last = text[at - 1]!;
  const isWhole =
    isCommonPair(text, at - 1) ||
    (!isStrong(suspect) && FUNCTION_CHARACTERS.has(last)) ||
    standsAlone(judged, suspect, start, end);
  return !isWhole && !readsNaturally(judged, suspect, readingOf(suspect));
}

function isExtra(judged: JudgedText, suspect: Suspect): boolean {
  const { text } = judged;
  const { at, entry } = suspect;
  const length = entry.text.length;
  const extra = text[at]!;
  if (extra === text[at - 1]) return isDoubled(judged, suspect, at - 1);
  if (extra === text[at + 1]) return isDoubled(judged, suspect, at);
  return (
    length >= SHORTEST_LONG_TERM &&
    !FUNCTION_CHARACTERS.has(extra) &&
    !isSpanned(judged, at, at + 1) &&
    !isInWord(text, at) &&
    !readsNaturally(judged, suspect, readingOf(suspect))
  );
}

/** The characters at `first` and behind it are equal. Each may belong to a word of its own: 饮用水水源, 人民法院院长, 市市场监管局. */
function isDoubled(judged: JudgedText, suspect: Suspect, first: number): boolean {
  const { text } = judged;
  const { at, start, end, entry } = suspect;
  if (entry.text.length < SHORTEST_OPEN_TERM || GOVERNMENT_LEVELS.has(text[at]!)) return false;
  if (isSpanned(judged, first, first + 2)) return false;
  if (isStrong(suspect) && at > start + 1 && at < end - 2) return true;
  return !((endsWord(text, first) || isSpanned(judged, first - 1, first + 1)) && beginsWord(judged, first + 1));
}

function isSwapped(judged: JudgedText, suspect: Suspect): boolean {
  const { at, entry } = suspect;
  return (
    entry.text.length >= SHORTEST_TERM &&
    !isSpanned(judged, at, at + 2) &&
    !readsNaturally(judged, suspect, readingOf(suspect))
  );
}

function isReplaced(judged: JudgedText, suspect: Suspect): boolean {
  const { text } = judged;
  const { at, start, end, entry } = suspect;
  const length = entry.text.length;
  const [right, wrong] = [rightCharacter(suspect), text[at]!];
  if (length < SHORTEST_TERM || areInterchangeable(right, wrong) || isSpanned(judged, at, at + 1)) return false;
  if (readsNaturally(judged, suspect, readingOf(suspect))) return false;
  const mayStandOutside =
    (at === start && standsAlone(judged, suspect, start + 1, end)) ||
    (at === end - 1 && standsAlone(judged, suspect, start, end - 1));
  const isFunction = FUNCTION_CHARACTERS.has(wrong) || (UNIT_CHARACTERS.has(wrong) && NUMERALS.has(text[at - 1] ?? ''));
  if (mayStandOutside && isFunction) return false;
  if (looksAlike(right, wrong) || soundsAlike(right, wrong))
    return length >= SHORTEST_OPEN_TERM || (at > start && at < end - 1);
  if (length < SHORTEST_OPEN_TERM || isInWord(text, at)) return false;
  // 各 of 各街道办事处 binds nothing: in its place may stand the end of a name.
  if (at === start && FUNCTION_CHARACTERS.has(right)) return false;
  if (length < SHORTEST_LONG_TERM && (mayStandOutside || isFunction)) return false;
  return !readsNaturally(judged, suspect, 'suffixes');
}

/** 强监管、优服务、补短板: a verb and its object between two marks, no phrase of four characters that lost one. */
const isTriad = (text: string, start: number, end: number): boolean =>
  end - start === TRIAD &&
  !isHan(text.charCodeAt(start - 1)) &&
  !isHan(text.charCodeAt(end)) &&
  isCommonPair(text, start + 1);

/** Whether one undamaged term covers the whole stretch. */
const isSpanned = ({ reach }: JudgedText, from: number, to: number): boolean => from >= 0 && reach[from]! >= to;

/** Whether the term is so telling that a function word in it is no excuse. */
const isStrong = ({ entry }: Suspect): boolean => entry.kind === 'name' || entry.text.length >= SHORTEST_LONG_TERM;

const readingOf = (suspect: Suspect): Reading => (isStrong(suspect) ? 'strict' : 'words');

const readsNaturally = (judged: JudgedText, { start, end }: Suspect, reading: Reading): boolean =>
  loneCharacters(judged, start, end, reading, true) === 0;

/** Whether a part of the term is complete without the damaged character: 自然资源 without 部, 年度 without 报告. */
function standsAlone(judged: JudgedText, { entry }: Suspect, from: number, to: number): boolean {
  const isDetachable =
    DETACHABLE_ENDINGS.has(entry.text.at(-1)!) || (entry.kind !== 'name' && entry.text.length < SHORTEST_LONG_TERM);
  return loneCharacters(judged, from, to, isDetachable ? 'words' : 'strict', false) === 0;
}
