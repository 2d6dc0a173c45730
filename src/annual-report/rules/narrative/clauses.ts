import { findCue } from './lexicon.ts';
import type { Cue } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import { findOwnName } from './own-names.ts';
import type { OwnNames } from './own-names.ts';

/** A word of the lexicon where it stands; words that only fill are read but not kept. */
export type CueAt = Exclude<Cue, { readonly kind: 'filler' }> & { readonly start: number; readonly end: number };
/** One stretch between two punctuation marks. */
export type Clause = {
  readonly start: number;
  readonly end: number;
  /** The mark before it: empty at the head of a sentence. */
  readonly opening: string;
  /** The mark behind it: empty at the end of the paragraph. */
  readonly closing: string;
  readonly cues: readonly CueAt[];
  readonly numerals: readonly Numeral[];
  /** Where characters stand that no word of the lexicon, no number and no space accounts for. */
  readonly unread: readonly number[];
};
/** Clauses up to a full stop. */
export type Sentence = { readonly start: number; readonly end: number; readonly clauses: readonly Clause[] };

const STOPS = new Set(['。', '！', '？', '!', '?', '\n']);
const MARKS: ReadonlySet<number> = new Set(
  [...STOPS, '，', ',', '、', '；', ';', '：', ':', '（', '）', '(', ')', '+', '='].map(mark => mark.charCodeAt(0)),
);
const SILENT = /[\s“”"'‘’《》〈〉【】[\]〔〕\-—–*#·.~/|%]/;

const isIdeograph = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/**
 * The sentences of `text` between `start` and `end`, read clause by clause. `numerals` are those of the whole text from
 * `from` on; the marks inside a number (1,234) end no clause. `names` are those of the agency that reports.
 */
export function sentencesIn(
  text: string,
  start: number,
  end: number,
  numerals: readonly Numeral[],
  from: number,
  names: OwnNames,
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let [clauses, sentenceStart]: [Clause[], number] = [[], start];
  let [cues, inside, clauseStart, opening, unread]: [CueAt[], Numeral[], number, string, number[]] = [
    [],
    [],
    start,
    '',
    [],
  ];
  let next = from;
  const closeClause = (at: number, mark: string) => {
    if (at > clauseStart || cues.length > 0)
      clauses.push({ start: clauseStart, end: at, opening, closing: mark, cues, numerals: inside, unread });
    [cues, inside, unread, clauseStart, opening] = [[], [], [], at + 1, STOPS.has(mark) ? '' : mark];
  };
  for (let at = start; at < end;) {
    const numeral = numerals[next];
    if (numeral !== undefined && numeral.start === at) {
      inside.push(numeral);
      at = Math.max(numeral.end, Math.min(numeral.after, end));
      next += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (MARKS.has(code)) {
      const character = text[at]!;
      closeClause(at, character);
      if (STOPS.has(character)) {
        if (clauses.length > 0) sentences.push({ start: sentenceStart, end: at, clauses });
        [clauses, sentenceStart] = [[], at + 1];
      }
      at += 1;
      continue;
    }
    const name = findOwnName(names, text, at);
    if (name !== undefined && !overlapsNumeral(numerals[next], at, name.length)) {
      cues.push({ kind: 'scope', scope: 'own', start: at, end: at + name.length });
      at += name.length;
      continue;
    }
    const found = findCue(text, at);
    if (found !== undefined && !overlapsNumeral(numerals[next], at, found.word.length)) {
      const place = { start: at, end: at + found.word.length };
      if (isOfOther(found.cue, cues.at(-1), unread.at(-1), at)) cues.push({ kind: 'topic', topic: 'work', ...place });
      else if (found.cue.kind !== 'filler') cues.push({ ...found.cue, ...place });
      at += found.word.length;
      continue;
    }
    if (isIdeograph(code) || !SILENT.test(text[at]!)) unread.push(at);
    at += 1;
  }
  closeClause(end, '');
  if (clauses.length > 0) sentences.push({ start: sentenceStart, end, clauses });
  return sentences;
}

/** 入学申请, 行政许可申请: what stands right before 申请 says for what. */
function isOfOther(cue: Cue, before: CueAt | undefined, unread: number | undefined, at: number): boolean {
  if (cue.kind !== 'topic' || cue.bare !== true) return false;
  return unread === at - 1 || (before !== undefined && before.end === at && before.kind === 'topic');
}

const overlapsNumeral = (numeral: Numeral | undefined, at: number, length: number) =>
  numeral !== undefined && numeral.start < at + length;
