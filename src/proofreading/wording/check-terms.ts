import { assertNever } from '../../kernel/assert-never.ts';
import type { Citation } from '../../law/citation.ts';
import type { Level } from '../finding.ts';
import { TERM_LEXICONS } from '../lexicons/all-terms.ts';
import { looksAlike } from '../lexicons/look-alikes.ts';
import { isHan, originalSpan, type ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';
import { compileTerms, damagedTerms, intactTerms, type CompiledTerms } from './damaged-terms.ts';
import { isDamage, judgedText, wholePlaces } from './judge-damage.ts';
import { soundsAlike } from './pronunciation.ts';
import { rightCharacter, type Entry, type Suspect } from './suspect.ts';

const BASIS: Citation = { source: 'language', article: 9 };
/** Shorter terms leave room for doubt. */
const SHORTEST_CERTAIN_TERM = 5;
/** A text with more damaged terms than this is no prose; the rest goes unreported. */
const MOST_SUSPECTS = 5000;

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

type Lexicon = { readonly key: string; readonly entries: readonly Entry[]; readonly compiled: CompiledTerms };
/** An office gives the same names with text after text, and preparing them takes longer than reading a page. */
let lastNames: Lexicon | null = null;

function lexiconOf(extraTerms: readonly string[]): Lexicon {
  const key = extraTerms.join('\n');
  if (lastNames?.key === key) return lastNames;
  const entries = extraTerms
    .filter(text => text.length >= 2)
    .map((text): Entry => ({ text, kind: 'name', level: 'warning' }));
  lastNames = { key, entries, compiled: compileTerms(entries.map(({ text }) => text)) };
  return lastNames;
}

/** Terms of the lexicons, and names given by the office (two characters or more), that stand in the text with one character dropped, doubled, swapped or replaced. */
export function checkTerms(readable: ReadableText, extraTerms: readonly string[]): readonly Remark[] {
  const extra = lexiconOf(extraTerms);
  const lexicons: readonly Pick<Lexicon, 'entries' | 'compiled'>[] = [
    { entries: BUILT_IN, compiled: COMPILED },
    ...(extra.entries.length === 0 ? [] : [extra]),
  ];
  const { text } = readable;
  const intactEnds = lexicons
    .map(({ compiled }) => intactTerms(text, compiled))
    .reduce((one, other) => one.map((end, at) => Math.max(end, other[at]!)));
  const judged = judgedText(text, intactEnds);
  const whole = wholePlaces(judged);
  const damaged: Suspect[] = [];
  for (const { entries, compiled } of lexicons) {
    for (const found of damagedTerms(text, compiled, whole)) {
      const suspect = { ...found, entry: entries[found.term]! };
      if (damaged.length < MOST_SUSPECTS && isDamage(judged, suspect)) damaged.push(suspect);
    }
  }
  return strongest(damaged).map(alternatives => remarkOf(readable, alternatives));
}

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
    level: alternatives.every(isBeyondDoubt) ? entry.level : lowered(entry.level),
    span: originalSpan(readable, start, end),
    message: `“${text.slice(start, end)}”疑有${describe(text, alternatives[0]!)}，核对是否应为“${entry.text}”。`,
    suggestion: `改为${[...new Set(readings)].map(reading => `“${reading}”`).join('或')}`,
    basis: BASIS,
  };
}

/** Whether so much of a term stands that nothing else can be meant: it is long, and the damage is inside it or one that typing makes. */
function isBeyondDoubt(suspect: Suspect): boolean {
  const { kind, at, start, end, entry } = suspect;
  return entry.text.length >= SHORTEST_CERTAIN_TERM && kind !== 'extra' && at > start && at < end - 1;
}

const lowered = (level: Level): Level => (level === 'error' ? 'warning' : level);

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
