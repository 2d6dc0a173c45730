import { diffArrays } from 'diff';
import { letterText } from './official-letter.ts';
import type { OfficialLetter } from './official-letter.ts';

/** A run of words: in both versions, in the newer alone, or in the older alone. */
export type DifferencePart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** A paragraph of the two versions, in the order of reading. */
export type LetterDifference =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'changed'; readonly parts: readonly DifferencePart[] };

/** Single signs, but a number or a word of letters as one: 1050 → 1280 is another number, not two other digits. */
const signsOf = (text: string) => text.match(/\d[\d.,]*|[A-Za-z]+|[^]/gu) ?? [];

/** A paragraph counts as changed, not as taken out and put in, when this share of its signs stayed. */
const KINSHIP = 0.4;

/** Beyond this many signs that changed, a paragraph counts as another: finding the difference takes time by its square. */
const MAX_EDITS = 300;

/** The share of signs that two paragraphs have in common at most, whatever their order: quickly tells those that are not kin. */
function likeness(older: string, newer: string): number {
  const counts = new Map<string, number>();
  for (const sign of older) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let shared = 0;
  for (const sign of newer) {
    const left = counts.get(sign) ?? 0;
    if (left > 0) shared += sign.length;
    counts.set(sign, left - 1);
  }
  return (2 * shared) / (older.length + newer.length);
}

function changeOf(older: string, newer: string): LetterDifference | undefined {
  if (likeness(older, newer) < KINSHIP) return undefined;
  const parts = diffArrays(signsOf(older), signsOf(newer), { maxEditLength: MAX_EDITS })?.map(
    ({ value, added, removed }): DifferencePart => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  const kept = (parts ?? []).filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
  if (parts === undefined || (2 * kept) / (older.length + newer.length) < KINSHIP) return undefined;
  return { kind: 'changed', parts };
}

/** How many of the new paragraphs are looked at for each that was taken out. */
const WINDOW = 4;

/** Paragraphs taken out beside those put in: each with the first behind the last pair that it is kin to. */
function pairUp(removed: readonly string[], added: readonly string[]): readonly LetterDifference[] {
  const differences: LetterDifference[] = [];
  let next = 0;
  for (const older of removed) {
    const near = added.slice(next, next + WINDOW).map(newer => changeOf(older, newer));
    const found = near.findIndex(change => change !== undefined);
    if (found < 0) {
      differences.push({ kind: 'removed', text: older });
      continue;
    }
    for (let before = 0; before < found; before += 1) differences.push({ kind: 'added', text: added[next + before]! });
    differences.push(near[found]!);
    next += found + 1;
  }
  for (; next < added.length; next += 1) differences.push({ kind: 'added', text: added[next]! });
  return differences;
}

const paragraphsOf = (letter: OfficialLetter) => letterText(letter).split('\n').slice(0, -1);

/** What the newer version of a letter says otherwise, paragraph by paragraph and within each sign by sign. */
export function differencesOf(older: OfficialLetter, newer: OfficialLetter): readonly LetterDifference[] {
  const differences: LetterDifference[] = [];
  let removed: readonly string[] = [];
  for (const part of diffArrays(paragraphsOf(older), paragraphsOf(newer))) {
    if (part.removed) {
      removed = part.value;
      continue;
    }
    differences.push(...pairUp(removed, part.added ? part.value : []));
    removed = [];
    if (!part.added) differences.push(...part.value.map(text => ({ kind: 'same', text }) as const));
  }
  return [...differences, ...pairUp(removed, [])];
}
