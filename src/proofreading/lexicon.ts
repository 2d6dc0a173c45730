import type { Level } from './finding.ts';

/**
 * How a term behaves when it is damaged. `name` = a proper name, no other form exists; `statutory` = a term of a statute or of
 * the report form; `phrase` = a fixed phrase of official prose, in which another word may stand by right.
 */
export type TermKind = 'name' | 'statutory' | 'phrase';

/** A list of correct terms: where they come from, and how grave a damaged one is. */
export type Lexicon = {
  readonly source: string;
  readonly kind: TermKind;
  readonly level: Level;
  readonly terms: readonly string[];
};

/** Splits a block of words at white space; the lexicons are written as such blocks, for reading and for small changes. */
export const wordsOf = (block: string): readonly string[] => block.split(/\s+/u).filter(word => word !== '');
