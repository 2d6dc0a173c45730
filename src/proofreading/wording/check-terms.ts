import { assertNever } from '../../kernel/assert-never.ts';
import type { Citation } from '../../law/citation.ts';
import type { Level } from '../finding.ts';
import type { TermKind } from '../lexicon.ts';
import { TERM_LEXICONS } from '../lexicons/all-terms.ts';
import { isCommonPair } from '../lexicons/common-words.ts';
import {
  DETACHABLE_ENDINGS,
  FUNCTION_CHARACTERS,
  GOVERNMENT_LEVELS,
  OPTIONAL_CHARACTERS,
} from '../lexicons/function-characters.ts';
import { areInterchangeable } from '../lexicons/interchangeable.ts';
import { looksAlike } from '../lexicons/look-alikes.ts';
import { isHan, originalSpan, type ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';
import { compileTerms, damagedTerms, intactTerms, type CompiledTerms, type DamagedTerm } from './damaged-terms.ts';
import { beginsWord, endsWord, isInWord, loneCharacters, type KnownText, type Reading } from './plausible-reading.ts';
import { soundsAlike } from './pronunciation.ts';

type Entry = { readonly text: string; readonly kind: TermKind; readonly level: Level };
type Suspect = DamagedTerm & { readonly entry: Entry };

/** A text with more damaged terms than this is no prose; the rest goes unreported. */
const MOST_SUSPECTS = 5000;
const BASIS: Citation = { source: 'language', article: 9 };
/** Below this length only characters that sound or look like the right one, and swaps, are taken for damage. */
const SHORTEST_OPEN_TERM = 4;
/** From this length on the first character may be missing, and a stray character may have slipped in. */
const SHORTEST_LONG_TERM = 6;
/** From this length on a term is evidence enough: no single character passes as a word of its own. */
const SHORTEST_STRICT_TERM = 6;

const BUILT_IN: readonly Entry[] = [
  ...new Map(
    TERM_LEXICONS.toReversed().flatMap(({ terms, kind, level }) =>
      terms.map((text): [string, Entry] => [text, { text, kind, level }]),
    ),
  ).values(),
];
const COMPILED = compileTerms(BUILT_IN.map(({ text }) => text));

/** How many terms the built-in lexicons hold. */
export const TERM_COUNT = BUILT_IN.length;

/** Terms of the lexicons, and names given by the office (two characters or more), that stand in the text with one character dropped, doubled, swapped or replaced. */
export function checkTerms(readable: ReadableText, extraTerms: readonly string[]): readonly Remark[] {
  const extra = extraTerms
    .filter(text => text.length >= 2)
    .map((text): Entry => ({ text, kind: 'name', level: 'warning' }));
  const lexicons: readonly { entries: readonly Entry[]; compiled: CompiledTerms }[] = [
    { entries: BUILT_IN, compiled: COMPILED },
    ...(extra.length === 0 ? [] : [{ entries: extra, compiled: compileTerms(extra.map(({ text }) => text)) }]),
  ];
  const { text } = readable;
  const intactEnds = lexicons
    .map(({ compiled }) => intactTerms(text, compiled))
    .reduce((one, other) => one.map((end, at) => Math.max(end, other[at]!)));
  const reach = farthest(intactEnds);
  const known: KnownText = { text, intactEnds };
  const damaged: Suspect[] = [];
  for (const { entries, compiled } of lexicons) {
    for (const found of damagedTerms(text, compiled)) {
      const suspect = { ...found, entry: entries[found.term]! };
      if (damaged.length < MOST_SUSPECTS && isDamage(known, reach, suspect)) damaged.push(suspect);
    }
  }
  return strongest(damaged).map(alternatives => remarkOf(readable, alternatives));
}

/** For every place the farthest end of an intact term that begins there or before. */
function farthest(ends: Uint32Array): Uint32Array {
  const reach = new Uint32Array(ends.length);
  let most = 0;
  for (let at = 0; at < ends.length; at++) {
    most = Math.max(most, ends[at]!);
    reach[at] = most;
  }
  return reach;
}

/** Whether a suspect is worth reporting: not part of an undamaged term, and not natural as it stands. */
function isDamage(known: KnownText, reach: Uint32Array, suspect: Suspect): boolean {
  const { text } = known;
  const { at, start, end, entry } = suspect;
  const length = entry.text.length;
  const isStrong = entry.kind === 'name' || length >= SHORTEST_STRICT_TERM;
  const spanned = (from: number, to: number): boolean => from >= 0 && reach[from]! >= to;
  const readsNaturally = (reading: Reading): boolean => loneCharacters(known, start, end, reading, true) === 0;
  const isDetachable =
    DETACHABLE_ENDINGS.has(entry.text.at(-1)!) || (entry.kind !== 'name' && length < SHORTEST_LONG_TERM);
  const standsWithout = (from: number, to: number): boolean =>
    loneCharacters(known, from, to, isDetachable ? 'words' : 'strict', false) === 0;
  if (length < SHORTEST_OPEN_TERM && suspect.kind !== 'swapped' && suspect.kind !== 'replaced') return false;
  switch (suspect.kind) {
    case 'missing': {
      if (spanned(at - 1, at + 1) || OPTIONAL_CHARACTERS.has(rightCharacter(suspect))) return false;
      if (at === start && known.intactEnds[start]! >= end) return false;
      if (at === start) return length >= SHORTEST_LONG_TERM && entry.kind !== 'phrase' && !readsNaturally('strict');
      const lone = text[at - 1]!;
      if (at < end) return !readsNaturally(isStrong ? 'strict' : length > SHORTEST_OPEN_TERM ? 'words' : 'suffixes');
      if (
        (!isStrong && FUNCTION_CHARACTERS.has(lone)) ||
        isCommonPair(lone, text[at] ?? '') ||
        standsWithout(start, end)
      )
        return false;
      return !readsNaturally(isStrong ? 'strict' : 'words');
    }
    case 'extra': {
      const here = text[at]!;
      const doubled = here === text[at - 1] ? at - 1 : here === text[at + 1] ? at : null;
      if (doubled !== null)
        return (
          !GOVERNMENT_LEVELS.has(here) &&
          !spanned(doubled, doubled + 2) &&
          ((isStrong && at > start + 1 && at < end - 2) ||
            !((endsWord(text, doubled) || spanned(doubled - 1, doubled + 1)) && beginsWord(known, doubled + 1)))
        );
      return (
        length >= SHORTEST_LONG_TERM &&
        !FUNCTION_CHARACTERS.has(here) &&
        !spanned(at, at + 1) &&
        !isInWord(text, at) &&
        !readsNaturally(isStrong ? 'strict' : 'words')
      );
    }
    case 'swapped':
      return length >= 3 && !spanned(at, at + 2) && !readsNaturally(isStrong ? 'strict' : 'words');
    case 'replaced': {
      const [right, wrong] = [rightCharacter(suspect), text[at]!];
      if (areInterchangeable(right, wrong) || spanned(at, at + 1)) return false;
      if (readsNaturally(isStrong ? 'strict' : 'words')) return false;
      const mayStandOutside =
        (at === start && standsWithout(start + 1, end)) || (at === end - 1 && standsWithout(start, end - 1));
      const isFunction = FUNCTION_CHARACTERS.has(wrong);
      if (mayStandOutside && isFunction) return false;
      if (looksAlike(right, wrong) || soundsAlike(right, wrong))
        return length >= SHORTEST_OPEN_TERM || entry.kind === 'name' || (at > start && at < end - 1);
      if (length < SHORTEST_OPEN_TERM || isInWord(text, at)) return false;
      if (mayStandOutside && length < SHORTEST_LONG_TERM) return false;
      if (isFunction && length < SHORTEST_STRICT_TERM) return false;
      return !readsNaturally('suffixes');
    }
  }
  return assertNever(suspect.kind);
}

/** The character of the term that stands, or should stand, at the damaged place. */
const rightCharacter = ({ entry, at, start }: Suspect): string => entry.text[at - start]!;

/** Of suspects that speak of the same place, those of the longest term (several when one term explains it in two ways). */
function strongest(suspects: readonly Suspect[]): readonly (readonly Suspect[])[] {
  const kept: Suspect[][] = [];
  const keptAt = new Map<number, Suspect[]>();
  const ranked = [...suspects].sort(
    (one, other) => other.entry.text.length - one.entry.text.length || one.at - other.at,
  );
  for (const suspect of ranked) {
    const rivals = NEAR.map(distance => keptAt.get(suspect.at + distance)).find(group => group !== undefined);
    if (rivals === undefined) {
      const group = [suspect];
      kept.push(group);
      keptAt.set(suspect.at, group);
    } else if (
      rivals[0]!.entry === suspect.entry &&
      rivals[0]!.start === suspect.start &&
      rivals.every(rival => rival.kind !== suspect.kind)
    )
      rivals.push(suspect);
  }
  return kept.toSorted((one, other) => one[0]!.start - other[0]!.start);
}

const NEAR = [0, -1, 1, -2, 2];
/** How many characters after a term that lost its last one are quoted, so that the place can be recognised. */
const QUOTED_AFTER_LOSS = 2;

function remarkOf(readable: ReadableText, alternatives: readonly Suspect[]): Remark {
  const { text } = readable;
  const { start, entry } = alternatives[0]!;
  let end = Math.max(...alternatives.map(suspect => suspect.end));
  if (alternatives.some(({ kind, at, end: own }) => kind === 'missing' && at === own))
    for (let more = 0; more < QUOTED_AFTER_LOSS && isWordCharacter(text.charCodeAt(end)); more++) end++;
  const readings = alternatives.map(suspect => entry.text + text.slice(suspect.end, end));
  return {
    level: entry.level,
    span: originalSpan(readable, start, end),
    message: `“${text.slice(start, end)}”疑有${describe(text, alternatives[0]!)}，核对是否应为“${entry.text}”。`,
    suggestion: `改为${[...new Set(readings)].map(reading => `“${reading}”`).join('或')}`,
    basis: BASIS,
  };
}

const isWordCharacter = (code: number): boolean => isHan(code) || (code >= 0x30 && code <= 0x39);

function describe(text: string, suspect: Suspect): string {
  switch (suspect.kind) {
    case 'missing':
      return `漏字（漏“${rightCharacter(suspect)}”）`;
    case 'extra':
      return `多字（多“${text[suspect.at]!}”）`;
    case 'swapped':
      return '字序颠倒';
    case 'replaced': {
      const [right, wrong] = [rightCharacter(suspect), text[suspect.at]!];
      const how = soundsAlike(right, wrong) ? '同音' : looksAlike(right, wrong) ? '形近' : '';
      return `${how}错字（“${wrong}”应为“${right}”）`;
    }
  }
  return assertNever(suspect.kind);
}
