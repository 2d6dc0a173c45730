import type { Citation } from '../law/citation.ts';
import type { Level, Span } from './finding.ts';

/** A finding as a single check states it, in places of the original text; `quote` only where the text itself must not be repeated. */
export type Remark = {
  readonly level: Level;
  readonly span: Span;
  readonly message: string;
  readonly suggestion: string;
  readonly basis: Citation;
  readonly quote?: string;
};
