import type { Level } from '../finding.ts';
import type { TermKind } from '../lexicon.ts';
import type { DamagedTerm } from './damaged-terms.ts';

/** A term of a lexicon with what matters when it is damaged. */
export type Entry = { readonly text: string; readonly kind: TermKind; readonly level: Level };

/** A damaged term, not yet judged. */
export type Suspect = DamagedTerm & { readonly entry: Entry };

/** The character of the term that stands, or should stand, at the damaged place. */
export const rightCharacter = ({ entry, at, start }: Suspect): string => entry.text[at - start]!;
