import { isHan } from '../readable-text.ts';
import { beginningOf, childOf, longestTermAt, mayHold, termTrie, type TermTrie } from './term-trie.ts';

/** What happened to one character of a term. */
export type DamageKind = 'missing' | 'extra' | 'swapped' | 'replaced';

/**
 * A term of the lexicon with one character damaged: it stands in [start, end) of the text. `at` = the character that is extra, replaced
 * or the first of the two swapped; for `missing`, the place before which the character is missing.
 */
export type DamagedTerm = {
  readonly term: number;
  readonly kind: DamageKind;
  readonly start: number;
  readonly end: number;
  readonly at: number;
};

/** A lexicon ready for the search: the terms in both directions. */
export type CompiledTerms = {
  readonly forward: TermTrie;
  readonly backward: TermTrie;
  readonly terms: readonly string[];
};

const reversed = (text: string): string => text.split('').reverse().join('');

/**
 * Prepares terms (two characters or more) for `damagedTerms`. A damage in the second half of a term is found reading forward from its
 * intact first half, one in the first half reading backward from its intact second half; so a term costs one path in each tree, whatever
 * the number of its variants.
 */
export function compileTerms(terms: readonly string[]): CompiledTerms {
  return {
    terms,
    forward: termTrie(terms, term => Math.floor(term.length / 2)),
    backward: termTrie(terms.map(reversed), term => Math.ceil(term.length / 2)),
  };
}

/**
 * For every place of the text the end of the longest term that stands there undamaged, or 0. Time is linear in the text; the factor is
 * the longest term.
 */
export function intactTerms(text: string, { forward, terms }: CompiledTerms): Uint32Array {
  const ends = new Uint32Array(text.length + 1);
  for (let start = 0; start < text.length; start++) {
    const term = longestTermAt(forward, text, start);
    if (term >= 0) ends[start] = start + terms[term]!.length;
  }
  return ends;
}

type Report = (term: number, kind: DamageKind, start: number, end: number, at: number) => void;

/**
 * Every place where one character makes the difference to a term, in no particular order. Linear in the text. Between two characters
 * of one undamaged term nothing is missing, and neither is replaced: where `whole[place]` is 1, that is not looked for before `place`.
 */
export function damagedTerms(
  text: string,
  { forward, backward }: CompiledTerms,
  whole: Uint8Array = new Uint8Array(text.length + 1),
): readonly DamagedTerm[] {
  const found: DamagedTerm[] = [];
  const { length } = text;
  const codes = new Uint16Array(length);
  for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at);
  search(codes, whole, forward, (term, kind, start, end, at) => found.push({ term, kind, start, end, at }));
  search(codes.toReversed(), whole.toReversed(), backward, (term, kind, start, end, at) =>
    found.push({
      term,
      kind,
      start: length - end,
      end: length - start,
      at: kind === 'missing' ? length - at : kind === 'swapped' ? length - 2 - at : length - 1 - at,
    }),
  );
  return found;
}

function search(codes: Uint16Array, whole: Uint8Array, trie: TermTrie, report: Report): void {
  const { length } = codes;
  for (let start = 0; start < length; start++) {
    let node = beginningOf(trie, codes[start]!);
    for (let at = start + 1; node !== 0; at++) {
      if (at - start + 1 >= trie.shallowest[node]!) {
        if (whole[at] === 0) lossesAt(codes, trie, node, start, at, report);
        additionsAt(codes, trie, node, start, at, report);
      }
      if (at >= length) break;
      node = childOf(trie, node, codes[at]!);
    }
  }
}

/** A character missing or replaced after the characters [start, at) have led to `node`. */
function lossesAt(codes: Uint16Array, trie: TermTrie, node: number, start: number, at: number, report: Report): void {
  const depth = at - start;
  const here = codeAt(codes, at);
  const next = codeAt(codes, at + 1);
  const mayReplace = isHan(here);
  const bits = trie.nextButOne[node]!;
  if (trie.endsNext[node] === 0 && !mayHold(bits, here) && !(mayReplace && mayHold(bits, next))) return;
  const end = trie.firstChild[node + 1]!;
  for (let child = trie.firstChild[node]!; child < end; child++) {
    const code = trie.codes[child]!;
    if (code === here || depth < trie.shallowest[child]! || !isHan(code)) continue;
    // Most children end here: the character that comes instead is none of theirs.
    const isLast = trie.terms[child]! >= 0;
    if (isLast || childOf(trie, child, here) !== 0) follow(codes, trie, child, 'missing', start, at, at, report);
    if (mayReplace && (isLast || childOf(trie, child, next) !== 0))
      follow(codes, trie, child, 'replaced', start, at, at + 1, report);
  }
}

/** A character too many, or two swapped, after the characters [start, at) have led to `node`. */
function additionsAt(
  codes: Uint16Array,
  trie: TermTrie,
  node: number,
  start: number,
  at: number,
  report: Report,
): void {
  const here = codeAt(codes, at);
  if (!isHan(here)) return;
  const next = codeAt(codes, at + 1);
  const after = childOf(trie, node, next);
  if (after === 0) return;
  if (at - start >= trie.shallowest[node]!) follow(codes, trie, after, 'extra', start, at, at + 2, report);
  if (here === next || !isHan(next)) return;
  const swapped = childOf(trie, after, here);
  if (swapped !== 0) follow(codes, trie, swapped, 'swapped', start, at, at + 2, report);
}

const codeAt = (codes: Uint16Array, at: number): number => (at < codes.length ? codes[at]! : 0);

/** Reports every term that goes on from `node` as the text does from `position`. */
function follow(
  codes: Uint16Array,
  trie: TermTrie,
  from: number,
  kind: DamageKind,
  start: number,
  at: number,
  position: number,
  report: Report,
): void {
  let node = from;
  for (let end = position; node !== 0; end++) {
    if (trie.terms[node]! >= 0) report(trie.terms[node]!, kind, start, end, at);
    if (end >= codes.length) return;
    node = childOf(trie, node, codes[end]!);
  }
}
