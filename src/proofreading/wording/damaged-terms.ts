import { isHan } from '../readable-text.ts';
import { termTrie, type TermNode } from './term-trie.ts';

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
  readonly forward: TermNode;
  readonly backward: TermNode;
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
export function intactTerms(text: string, compiled: CompiledTerms): Uint32Array {
  const ends = new Uint32Array(text.length + 1);
  for (let start = 0; start < text.length; start++) {
    let node: TermNode | undefined = compiled.forward;
    for (let at = start; at < text.length; at++) {
      node = node.children.get(text.charCodeAt(at));
      if (node === undefined) break;
      if (node.term >= 0) ends[start] = at + 1;
    }
  }
  return ends;
}

/** Every place where one character makes the difference to a term, in no particular order. Linear in the text. */
export function damagedTerms(text: string, compiled: CompiledTerms): readonly DamagedTerm[] {
  const found: DamagedTerm[] = [];
  search(text, compiled.forward, damaged => found.push(damaged));
  const length = text.length;
  search(reversed(text), compiled.backward, ({ term, kind, start, end, at }) =>
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

function search(text: string, root: TermNode, report: (damaged: DamagedTerm) => void): void {
  const length = text.length;
  for (let start = 0; start < length; start++) {
    let node = root.children.get(text.charCodeAt(start));
    for (let at = start + 1; node !== undefined; at++) {
      const depth = at - start;
      if (depth + 1 >= node.shallowest) damagesAt(text, node, start, at, report);
      if (at >= length) break;
      node = node.children.get(text.charCodeAt(at));
    }
  }
}

/** The damages possible after the characters [start, at) have led to `node`. */
function damagesAt(
  text: string,
  node: TermNode,
  start: number,
  at: number,
  report: (damaged: DamagedTerm) => void,
): void {
  const depth = at - start;
  const here = at < text.length ? text.charCodeAt(at) : 0;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  const follow = (kind: DamageKind, from: TermNode, position: number): void => {
    let current: TermNode | undefined = from;
    for (let end = position; current !== undefined; end++) {
      if (current.term >= 0) report({ term: current.term, kind, start, end, at });
      if (end >= text.length) return;
      current = current.children.get(text.charCodeAt(end));
    }
  };
  const { open, openCodes } = node;
  const mayReplace = isHan(here);
  for (let index = 0; index < open.length; index++) {
    if (openCodes[index] === here) continue;
    const child = open[index]!;
    // Most children end here: the character that comes instead is none of theirs.
    if (child.term >= 0 || child.children.has(here)) follow('missing', child, at);
    if (mayReplace && (child.term >= 0 || child.children.has(next))) follow('replaced', child, at + 1);
  }
  if (!mayReplace) return;
  if (depth >= node.shallowest) {
    const after = node.children.get(next);
    if (after !== undefined) follow('extra', after, at + 2);
  }
  if (isHan(next) && here !== next) {
    const swapped = node.children.get(next)?.children.get(here);
    if (swapped !== undefined) follow('swapped', swapped, at + 2);
  }
}
