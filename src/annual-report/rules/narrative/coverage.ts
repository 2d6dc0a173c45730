import type { Figure, FigureKind } from './figure.ts';

/** How much of the prose was held against the tables. */
export type Coverage = {
  /** All numbers found. */
  readonly figures: number;
  /** Numbers that may speak of what the tables count: those that were understood so, and those that were not understood. */
  readonly counted: number;
  readonly matched: number;
  readonly contradicted: number;
  /** Counted numbers that are tied to no cell. */
  readonly untied: number;
  /** The part of the counted numbers that was tied, from 0 to 1; 1 when there is none to tie. */
  readonly share: number;
};

const COUNTED: ReadonlySet<FigureKind> = new Set(['form', 'unknown']);

/** Coverage of a report's figures. A number that was not understood lowers the share; a year or a telephone number does not. */
export function coverageOf(figures: readonly Figure[]): Coverage {
  const counted = figures.filter(({ kind }) => COUNTED.has(kind));
  const matched = counted.filter(({ state }) => state === 'matched').length;
  const contradicted = counted.filter(({ state }) => state === 'contradicted').length;
  return {
    figures: figures.length,
    counted: counted.length,
    matched,
    contradicted,
    untied: counted.length - matched - contradicted,
    share: counted.length === 0 ? 1 : (matched + contradicted) / counted.length,
  };
}
