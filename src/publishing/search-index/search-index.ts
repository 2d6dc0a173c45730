import type { PublicLine } from '../public-list/public-line.ts';
import type { Slice } from '../public-list/public-list.ts';
import type { Validity } from '../rules/validity.ts';
import type { FacetChoice, FacetCounts } from './facets.ts';
import type { Piece } from './snippet.ts';

type Day = Temporal.PlainDate;

/** 文号 by its three boxes; what is null is not looked for. */
export type NumberBoxes = {
  readonly prefix: string | null;
  readonly year: number | null;
  readonly serial: number | null;
};

/** What is looked for among everything that is public. */
export type Search = {
  readonly question: string;
  /** Where the words must stand. */
  readonly scope: 'everywhere' | 'title';
  readonly choice: FacetChoice;
  readonly documentNumber: NumberBoxes;
  /** Days of publication, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** `relevance`: titles that hold the words first, then the newest. */
  readonly order: 'relevance' | 'newest';
  /** The day for which 有效性 is judged. */
  readonly today: Day;
};

/** Something public that was found. */
export type FoundItem = PublicLine & {
  readonly validity: Validity | null;
  readonly titlePieces: readonly Piece[];
  /** The passage in which the words stand; null where they stand in none, as with an empty question. */
  readonly snippet: { readonly pieces: readonly Piece[]; readonly attachment: string | null } | null;
};

export type Found = {
  readonly items: readonly FoundItem[];
  /** How many fit everything that was asked. */
  readonly total: number;
  /** How many the words find, whatever is chosen. */
  readonly found: number;
  readonly counts: FacetCounts;
};

/** Keywords come as often as they were given. */
export type Vocabulary = { readonly titles: readonly string[]; readonly keywords: readonly string[] };

/** The search over what is public. What it answers is what the items say at that moment. */
export type SearchIndex = {
  readonly search: (search: Search, slice: Slice) => Promise<Found>;
  /** Titles and keywords of the newest items, at most so many: what suggestions are made from. */
  readonly vocabulary: (most: number) => Promise<Vocabulary>;
  /** Takes in everything that has been published since; every search begins with it and waits for it some seconds at most. */
  readonly catchUp: () => Promise<void>;
};
