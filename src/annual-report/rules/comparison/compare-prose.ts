import { diffArrays } from 'diff';
import { repetitionOf } from '../repetition.ts';

/** A run of characters within a changed sentence. */
export type Fragment = { readonly text: string; readonly changed: boolean };

/** One sentence of both texts, in the order of reading. */
export type SentencePair =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'removed'; readonly older: string }
  | { readonly kind: 'added'; readonly newer: string }
  | { readonly kind: 'changed'; readonly older: readonly Fragment[]; readonly newer: readonly Fragment[] };

export type ProseComparison = {
  readonly pairs: readonly SentencePair[];
  /** The share (0 to 1) of the newer text that stands in the older one too, figures and statutory sentences apart. */
  readonly repeated: number;
};

/** Sentences with their closing sign; a line break ends one too. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^。；！？\n]*[。；！？\n]|[^。；！？\n]+/g) ?? [])
    .map(sentence => sentence.trim())
    .filter(Boolean);
}

/** A replaced sentence counts as changed, not as removed and added, when this share of its characters stayed. */
const KINSHIP = 0.5;
/** Longer sentences are not compared sign by sign: that takes time by the square of their length. */
const MAX_COMPARED = 2000;

/** Single signs, but a number as one: 1050 → 1280 is another number, not two other digits. */
const signsOf = (sentence: string) => sentence.match(/\d[\d.,]*|[^]/gu) ?? [];

function findChange(older: string, newer: string): SentencePair | undefined {
  if (older.length > MAX_COMPARED || newer.length > MAX_COMPARED) return undefined;
  const parts = diffArrays(signsOf(older), signsOf(newer)).map(({ value, added, removed }) => ({
    text: value.join(''),
    added,
    removed,
  }));
  const kept = parts.filter(part => !part.added && !part.removed).reduce((sum, part) => sum + part.text.length, 0);
  if ((2 * kept) / (older.length + newer.length) < KINSHIP) return undefined;
  return {
    kind: 'changed',
    older: parts.filter(part => !part.added).map(({ text, removed }) => ({ text, changed: removed })),
    newer: parts.filter(part => !part.removed).map(({ text, added }) => ({ text, changed: added })),
  };
}

/** The two-character pieces of a sentence, for telling quickly how near two sentences are. */
function piecesOf(sentence: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (let index = 0; index + 2 <= sentence.length; index += 1) pieces.add(sentence.slice(index, index + 2));
  return pieces;
}

function nearness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const piece of one) if (other.has(piece)) shared += 1;
  const share = (2 * shared) / Math.max(1, one.size + other.size);
  return share < KINSHIP / 2 ? 0 : share;
}

/** Above so many pairings the nearest are not looked for: sentences are paired in their order. */
const MAX_PAIRINGS = 20_000;

/** For each sentence taken out, the one that came in its place: the pairing in reading order with the most in common. */
function matchOf(removed: readonly string[], added: readonly string[]): ReadonlyMap<number, number> {
  if (removed.length * added.length > MAX_PAIRINGS) return new Map(removed.map((_, index) => [index, index]));
  const [olds, news] = [removed.map(piecesOf), added.map(piecesOf)];
  const best = Array.from({ length: removed.length + 1 }, () => Array<number>(added.length + 1).fill(0));
  for (let row = removed.length - 1; row >= 0; row -= 1)
    for (let column = added.length - 1; column >= 0; column -= 1) {
      const paired = nearness(olds[row]!, news[column]!) + best[row + 1]![column + 1]!;
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  const match = new Map<number, number>();
  let [row, column] = [0, 0];
  while (row < removed.length && column < added.length)
    if (best[row]![column] === best[row + 1]![column]) row += 1;
    else if (best[row]![column] === best[row]![column + 1]) column += 1;
    else match.set(row++, column++);
  return match;
}

/** What was taken out and what came in its place, in reading order. */
function pairUp(removed: readonly string[], added: readonly string[]): SentencePair[] {
  const match = matchOf(removed, added);
  const pairs: SentencePair[] = [];
  let next = 0;
  const addUntil = (end: number) => {
    for (; next < Math.min(end, added.length); next += 1) pairs.push({ kind: 'added', newer: added[next]! });
  };
  for (const [index, older] of removed.entries()) {
    const at = match.get(index);
    if (at !== undefined) addUntil(at);
    const newer = at === undefined ? undefined : added[at];
    const change = newer === undefined ? undefined : findChange(older, newer);
    pairs.push(change ?? { kind: 'removed', older });
    if (change !== undefined) next += 1;
  }
  addUntil(added.length);
  return pairs;
}

/** After so long the sentences are no longer matched: two texts that have nothing in common would take for ever. */
const PATIENCE_MS = 2000;

/** Two texts sentence by sentence, with the passages that changed inside a sentence. */
export function compareProse(older: string, newer: string): ProseComparison {
  const pairs: SentencePair[] = [];
  let removed: string[] = [];
  const [olds, news] = [sentencesOf(older), sentencesOf(newer)];
  const parts = diffArrays(olds, news, { timeout: PATIENCE_MS }) ?? [
    { value: olds, added: false, removed: true },
    { value: news, added: true, removed: false },
  ];
  for (const part of parts) {
    if (part.removed) removed = part.value;
    else if (part.added) {
      pairs.push(...pairUp(removed, part.value));
      removed = [];
    } else {
      pairs.push(...pairUp(removed, []), ...part.value.map(text => ({ kind: 'same', text }) as const));
      removed = [];
    }
  }
  pairs.push(...pairUp(removed, []));
  return { pairs, repeated: repetitionOf(newer, older).share };
}
