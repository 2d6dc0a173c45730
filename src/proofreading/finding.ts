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
  /** Of a report: the cells it is about, where there are several; those a page frames. */
  readonly cells?: readonly string[];
  /** Names the same finding again when the check is run once more (a report's findings; see waivers). */
  readonly fingerprint?: string;
  /** Someone has looked at it and lets it stand: who, why, and on which day (YYYY-MM-DD). */
  readonly waived?: { readonly by: string; readonly reason: string; readonly on: string };
};
