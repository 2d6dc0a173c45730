import type { Citation } from '../../law/citation.ts';
import type { CellPath } from '../../law/report-form/cells.ts';
import type { Edition } from '../../law/report-form/edition.ts';
import type { Finding, Level, Span } from '../../proofreading/finding.ts';
import type { Figure } from '../rules/narrative/figure.ts';
import type { AnnualReport, HeadingSeen, LabelSeen } from '../rules/report.ts';

/** What an audit may ask for. An audit sees only what it names in `needs`: reading anything else does not compile. */
export type ReportFacts = {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  readonly sections: AnnualReport['sections'];
  readonly headings: readonly HeadingSeen[];
  readonly cells: AnnualReport['cells'];
  readonly tables: AnnualReport['tables'];
  readonly labels: readonly LabelSeen[];
  readonly notes: AnnualReport['notes'];
  /** Every number in the prose, and what it is tied to. */
  readonly figures: readonly Figure[];
  /** What proofreading found in the title and the sections (`wording`, `private-data`). */
  readonly proofreading: readonly Finding[];
  /** Last year's report of the same agency (`--previous`). */
  readonly previous: AnnualReport;
  /** The day the report was published (`--published`). */
  readonly publishedOn: Temporal.PlainDate;
};

/** Facts that are there only when the caller gives them; without them an audit that needs them is not assessable. */
export type OptionalFact = 'previous' | 'publishedOn';
export type FactsGiven = Omit<ReportFacts, OptionalFact> & Partial<Pick<ReportFacts, OptionalFact>>;

/** A finding as an audit states it; the runner adds the audit's id and, where the audit gives none, its basis. */
export type Found = {
  readonly level: Level;
  readonly where: string;
  readonly quote: string;
  readonly message: string;
  readonly suggestion?: string;
  /** Where it is not the audit's own; as text from a check that has cited already. */
  readonly basis?: Citation | string;
  readonly span?: Span;
  /** The cells it is about, where there are several or `where` is none: those a page frames. */
  readonly cells?: readonly CellPath[];
};

/**
 * Not applicable is not pass: `why` is one Chinese sentence. `not-assessable` = the report lacks what the audit would look at.
 * An audit that could look at a part only is `checked` and says in `unassessed`, a sentence each, what it could not look at.
 */
export type Verdict =
  | { readonly kind: 'checked'; readonly found: readonly Found[]; readonly unassessed: readonly string[] }
  | { readonly kind: 'not-applicable'; readonly why: string }
  | { readonly kind: 'not-assessable'; readonly why: string };

export type Audit<Need extends keyof ReportFacts = keyof ReportFacts> = {
  /** The id of the contract; also the file's name and its page under docs/audits/. */
  readonly id: string;
  /** What is checked, in one Chinese sentence. */
  readonly title: string;
  readonly basis: Citation;
  readonly needs: readonly Need[];
  readonly audit: (facts: Pick<ReportFacts, Need>) => Verdict;
};

/** Declares an audit; its function sees only the facts it names. */
export const defineAudit = <const Need extends keyof ReportFacts>(audit: Audit<Need>): Audit<Need> => audit;

/** An audit without findings when `found` is empty; `unassessed` is what it could not look at. */
export const checked = (found: readonly Found[], unassessed: readonly string[] = []): Verdict => ({
  kind: 'checked',
  found,
  unassessed,
});
export const notApplicable = (why: string): Verdict => ({ kind: 'not-applicable', why });
export const notAssessable = (why: string): Verdict => ({ kind: 'not-assessable', why });

/** A finding with its audit's id and basis, as the contract shows it. */
export type AuditFinding = Finding;
