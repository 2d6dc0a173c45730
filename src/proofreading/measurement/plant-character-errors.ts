import { assertNever } from '../../kernel/assert-never.ts';
import { looksAlike } from '../lexicons/look-alikes.ts';
import { TERM_LEXICONS } from '../lexicons/all-terms.ts';
import { isHan } from '../readable-text.ts';
import { compileTerms, intactTerms } from '../wording/damaged-terms.ts';
import { soundsAlike } from '../wording/pronunciation.ts';
import { pick, type Random } from './random.ts';

/** One-character damages: 漏字, 重字, 颠倒, 同音字, 形近字, any other character. */
export const DAMAGES = ['missing', 'doubled', 'swapped', 'homophone', 'look-alike', 'any-character'] as const;
export type Damage = (typeof DAMAGES)[number];

/** A text with one error put into it; `at` is where, in the damaged text, `right` what stood there. */
export type Planted = { readonly text: string; readonly at: number; readonly right: string; readonly wrong: string };

/** A stretch of a text in which a character may be damaged. */
export type Target = { readonly start: number; readonly end: number };

const SHORTEST_TERM = 4;
const LEXICON = compileTerms([...new Set(TERM_LEXICONS.flatMap(({ terms }) => terms))]);

/** Where terms of the lexicons of four characters or more stand in a text, the longest at each place. */
export function termTargets(text: string): readonly Target[] {
  const targets: Target[] = [];
  let covered = 0;
  intactTerms(text, LEXICON).forEach((end, start) => {
    if (end <= covered) return;
    covered = end;
    if (end - start >= SHORTEST_TERM) targets.push({ start, end });
  });
  return targets;
}

/** Runs of four Chinese characters or more that no term of the lexicons touches. */
export function otherTargets(text: string): readonly Target[] {
  const ends = intactTerms(text, LEXICON);
  const targets: Target[] = [];
  let start = 0;
  let covered = 0;
  for (let at = 0; at <= text.length; at++) {
    covered = Math.max(covered, ends[at] ?? 0);
    if (at < text.length && at >= covered && isHan(text.charCodeAt(at))) continue;
    if (at - start >= SHORTEST_TERM) targets.push({ start, end: at });
    start = Math.max(at + 1, covered);
    at = Math.max(at, covered - 1);
  }
  return targets;
}

/** Damages one character of the target; null where this damage cannot be done there (no other character sounds like it …). */
export function plantDamage(
  text: string,
  { start, end }: Target,
  damage: Damage,
  alphabet: readonly string[],
  random: Random,
): Planted | null {
  const places = Array.from({ length: end - start }, (_, offset) => start + offset).filter(at =>
    isHan(text.charCodeAt(at)),
  );
  if (places.length === 0) return null;
  const at = pick(random, places);
  const right = text[at]!;
  const put = (wrong: string, removed: number): Planted | null => {
    const damaged = text.slice(0, at) + wrong + text.slice(at + removed);
    return damaged === text
      ? null
      : { text: damaged, at, right: text.slice(start, end), wrong: damaged.slice(start, end + wrong.length - removed) };
  };
  const replacement = (fits: (other: string) => boolean): Planted | null => {
    const others = alphabet.filter(other => other !== right && fits(other));
    return others.length === 0 ? null : put(pick(random, others), 1);
  };
  switch (damage) {
    case 'missing':
      return at === start ? null : put('', 1);
    case 'doubled':
      return put(right + right, 1);
    case 'swapped':
      return at + 1 < end && isHan(text.charCodeAt(at + 1)) ? put(text[at + 1]! + right, 2) : null;
    case 'homophone':
      return replacement(other => soundsAlike(right, other));
    case 'look-alike':
      return replacement(other => looksAlike(right, other));
    case 'any-character':
      return replacement(other => !soundsAlike(right, other) && !looksAlike(right, other));
  }
  return assertNever(damage);
}
