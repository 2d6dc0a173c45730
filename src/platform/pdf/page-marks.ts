import type { Box } from './box.ts';

/** The way a glyph is turned on the page, clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** One drawn character (or ligature) in points from the upper left corner of the page as displayed. */
export type Glyph = Box & {
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  readonly turn: Turn;
  /** Set by a font that writes downwards. */
  readonly downwards: boolean;
  /** Drawn by the same operator as the glyph before, right behind it: the two belong together whatever lies between. */
  readonly attached: boolean;
  /** A space was drawn before it. */
  readonly spaced: boolean;
};

/** A straight piece of a rule: `at` is its y (across) or x (down), `from` < `to` its ends. */
export type Stroke = { readonly at: number; readonly from: number; readonly to: number };

/** What is drawn on one page, pictures left out. */
export type PageMarks = {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
  readonly dots: readonly (readonly [number, number])[];
};
