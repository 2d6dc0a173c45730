/** `error` = contradicts the form or itself beyond doubt; `warning` = very likely wrong; `notice` = worth a look. */
export const LEVELS = ['error', 'warning', 'notice'] as const;
export type Level = (typeof LEVELS)[number];

/** Where in a text a finding stands: half-open, in UTF-16 units of that text. */
export type Span = { readonly start: number; readonly end: number };

/**
 * One thing found in a text or a report. The shape is the contract's: `audit` names the check, `where` the place
 * (`table3.new.total`, `section1`, `text`), `quote` what stands there, `message` says in one Chinese sentence what is wrong,
 * `basis` the provision, `suggestion` what to write instead (empty when only a person can say).
 */
export type Finding = {
  readonly audit: string;
  readonly level: Level;
  readonly where: string;
  readonly quote: string;
  readonly message: string;
  readonly basis: string;
  readonly suggestion: string;
  /** Where the quote stands in the text named by `where` (for a report: the text of that section). */
  readonly span?: Span;
};
