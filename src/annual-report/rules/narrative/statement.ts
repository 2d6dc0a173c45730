import type { FigureScope } from './figure.ts';
import type { Topic } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import type { Claim } from './readings.ts';

/** A number that counts something (or words that say nought), with what its sentence says of it. */
export type Statement = {
  readonly numeral: Numeral;
  /** The words to quote: the clause it stands in. */
  readonly start: number;
  readonly end: number;
  readonly topic: Topic | null;
  readonly claim: Claim;
  readonly scope: FigureScope;
  /** Why it cannot be held against this year's tables, if so. */
  readonly apart: 'other-period' | 'comparison' | 'ratio' | null;
  /** It is a part of what the claim counts, which the tables do not show apart (通过网络收到…). */
  readonly narrowed: boolean;
  /**
   * `full`: topic and act are said and nothing in the clause was left unread. `poor`: too much was left unread, or the topic is
   * only guessed from the heading; such a number may confirm a cell, it is never held against one.
   */
  readonly grasp: 'full' | 'partial' | 'poor';
  /** Some characters of the clause were not read. */
  readonly hasUnread: boolean;
  /** The sentence or its section speaks of 政府信息公开: a review or suit without that may be about anything. */
  readonly aboutDisclosure: boolean;
};
