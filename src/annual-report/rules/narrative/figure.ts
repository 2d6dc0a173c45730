import type { CellPath } from '../../../law/report-form/cells.ts';
import type { SectionKey } from '../../../law/report-form/sections.ts';
import type { Span } from '../../../proofreading/finding.ts';

/** Whose figure it is, as far as the sentence says: the agency's own, the whole area's (全区、全市), or not said. */
export type FigureScope = 'own' | 'area' | 'unclear';

/**
 * One number in the prose. `matched` equals the cell it speaks of, `contradicted` differs from it, `untied` speaks of nothing
 * that the tables count (or of something the reader does not understand: then it says so rather than guess).
 */
export type Figure = {
  readonly section: SectionKey;
  /** The number with the words around it that make it understandable. */
  readonly quote: string;
  readonly value: number;
  /** Where the number itself stands in the section's text. */
  readonly span: Span;
  readonly unit: string;
  readonly scope: FigureScope;
  readonly state: 'matched' | 'contradicted' | 'untied';
  readonly cell?: CellPath | readonly CellPath[];
  /** What the cells it speaks of add up to. */
  readonly expected?: number;
  /** Why it is untied or how it was tied, in Chinese, for whoever asks. */
  readonly why?: string;
};
