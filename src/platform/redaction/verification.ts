import type { BesideThePages } from './second-engine.ts';

/** What is looked at in a file before it may be released. */
export const CHECKS = [
  /** As many pages as before. */
  'page-count',
  /** Every place of the terms in the original lies inside the regions; two engines. */
  'terms-covered',
  /** No character has its middle inside a region; two engines. */
  'text-under-regions',
  /** No term in the text of any page; two engines. */
  'terms-in-text',
  /** No term in the file's bytes, nor in any stream unpacked, in the encodings of PDF, XML and scripts. */
  'terms-in-bytes',
  /** No property, bookmark, annotation, attachment, field, script or structure. */
  'beside-the-pages',
  /** Written whole, once: nothing of an earlier version behind the end. */
  'single-revision',
  /** Every region is drawn in one black. */
  'black-on-page',
  /** Under the black there is neither picture nor outline. */
  'nothing-under-black',
  /** Outside of the regions every character is where it was. */
  'text-outside',
  /** Outside of the regions the pages look as they did. */
  'look-outside',
  /** Fonts name no character that no page shows any more. */
  'fonts',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** What a check found. `page` is null where the finding has no page. `what` are the words or things that are still there. */
export type Leftover = { readonly page: number | null; readonly what: string };
export type Check = { readonly check: CheckName; readonly passed: boolean; readonly leftovers: readonly Leftover[] };

export type VerificationReport = {
  readonly passed: boolean;
  readonly pages: number;
  /** Rectangles painted black. */
  readonly regions: number;
  /** Characters that were drawn inside them. */
  readonly removedCharacters: number;
  /** Characters outside of a region that went with it, because their ink reached into it. */
  readonly neighbours: readonly Leftover[];
  /** Pages released as pictures, counted from 1. */
  readonly picturedPages: readonly number[];
  /** Pages with a region, counted from 1. */
  readonly touchedPages: readonly number[];
  /** What the original held beside its pages; null where that could not be read. */
  readonly discarded: BesideThePages | null;
  readonly checks: readonly Check[];
};
