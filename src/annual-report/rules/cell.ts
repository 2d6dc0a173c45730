/**
 * How a cell came to its value. What stood on the page and what we concluded never look alike:
 * `number` was printed plainly; `full-width`, `grouped` (1,234), `with-unit` (0.37万元), `signed` (+3, 减4) and `chinese-numeral`
 * were printed in another way and read; `computed` was counted or summed by this system and stood on no page.
 * `blank` is an empty cell, `dash` a `/`, `-`, `—` or `_`, `missing` a cell that the page does not have, `ambiguous` a row whose
 * blanks were lost so that its numbers cannot be assigned, `not-a-number` anything else. These five have no value.
 */
export const READ_KINDS = [
  'number',
  'full-width',
  'grouped',
  'with-unit',
  'signed',
  'chinese-numeral',
  'computed',
] as const;
export const UNREAD_KINDS = ['blank', 'dash', 'missing', 'ambiguous', 'not-a-number'] as const;
export type ReadKind = (typeof READ_KINDS)[number];
export type UnreadKind = (typeof UNREAD_KINDS)[number];

/** Where something stood in the source: a 1-based page, line, or table with row and column, whichever the format has. */
export type Place = {
  readonly page?: number;
  readonly line?: number;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
};

/** One cell as read: `raw` is the text as printed. */
export type Cell =
  | { readonly kind: ReadKind; readonly value: number; readonly raw: string; readonly place?: Place }
  | { readonly kind: UnreadKind; readonly value: null; readonly raw: string; readonly place?: Place };

export const MISSING_CELL: Cell = { kind: 'missing', value: null, raw: '' };
