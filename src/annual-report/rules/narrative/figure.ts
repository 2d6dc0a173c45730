import type { CellPath } from '../../../law/report-form/cells.ts';
import type { SectionKey } from '../../../law/report-form/sections.ts';
import type { Span } from '../../../proofreading/finding.ts';

/** Whose figure it is, as far as the sentence says: the agency's own, the whole area's (全区、全市), or not said. */
export type FigureScope = 'own' | 'area' | 'unclear';

/**
 * What a number in the prose is. `form` speaks of what the tables count; `unknown` counts something that was not recognised.
 * All others speak of nothing that the tables of this report count, each for the reason its name gives.
 */
export type FigureKind =
  | 'form'
  | 'unknown'
  | 'subset'
  | 'other-period'
  | 'other-scope'
  | 'comparison'
  | 'approximate'
  | 'published'
  | 'other'
  | 'ratio'
  | 'money'
  | 'year'
  | 'date'
  | 'time'
  | 'duration'
  | 'document-number'
  | 'article'
  | 'ordinal'
  | 'contact'
  | 'address'
  | 'name';

/**
 * One number in the prose. `matched` equals the cell it speaks of, `contradicted` differs from it, `untied` speaks of nothing
 * that the tables count (or of something the reader does not understand: then it says so rather than guess).
 */
export type Figure = {
  readonly section: SectionKey;
  /** The number with the words around it that make it understandable. */
  readonly quote: string;
  /** Of an expression of several numbers (a date, a document number) the first. */
  readonly value: number;
  /** Where the number itself stands in the section's text; of 「未收到…申请」 the words that say nought. */
  readonly span: Span;
  /** Where the quote stands in the section's text. */
  readonly around: Span;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly scope: FigureScope;
  readonly state: 'matched' | 'contradicted' | 'untied';
  /** The cell, or the cells whose sum, it speaks of. */
  readonly cell?: CellPath | readonly CellPath[];
  /** What the cells it speaks of add up to. */
  readonly expected?: number;
  /** The words leave no other sensible reading: nothing in the sentence was left unread. */
  readonly firm?: boolean;
  /** Why it is untied or how it was tied, in Chinese, for whoever asks. */
  readonly why?: string;
};
