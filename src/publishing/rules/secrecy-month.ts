import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { ItemId } from './ids.ts';
import { SECRECY_CONCLUSIONS } from './secrecy-form.ts';
import type { SecrecyConclusion } from './secrecy-form.ts';

/** One 保密审查 as the monthly table lists it. */
export type SecrecyReview = {
  readonly item: ItemId;
  readonly agency: AgencyCode;
  /** Of the item as it is now; the review itself is bound to the edition. */
  readonly title: string;
  readonly reference: string;
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly reviewer: StaffId | null;
  readonly conclusion: SecrecyConclusion;
  /** How many attachments were ticked as looked at. */
  readonly attachments: number;
  readonly publishedOn: Temporal.PlainDate | null;
  readonly address: string | null;
};

/** What stands open with an agency's secrecy on the day on which the table is drawn, and what was assessed in the month. */
export type SecrecyStanding = {
  readonly agency: AgencyCode;
  /** Waiting for 保密审查. */
  readonly waiting: number;
  /** 定期评估 done in the month (Art. 18). */
  readonly reassessed: number;
  /** 定期评估 whose day has passed. */
  readonly overdue: number;
};

/** The figures of an agency, or of one reviewer. */
export type SecrecyTally = {
  /** 件: a review of one edition. An edition that was sent back and reviewed again counts again. */
  readonly reviews: number;
  /** Items among them, each once. */
  readonly items: number;
  readonly byConclusion: Readonly<Record<SecrecyConclusion, number>>;
  readonly attachments: number;
};

/** Sums of reviews; every review is counted under just one conclusion. */
export function tallyOf(reviews: readonly SecrecyReview[]): SecrecyTally {
  const byConclusion = Object.fromEntries(SECRECY_CONCLUSIONS.map(one => [one, 0])) as Record<
    SecrecyConclusion,
    number
  >;
  for (const { conclusion } of reviews) byConclusion[conclusion] += 1;
  return {
    reviews: reviews.length,
    items: new Set(reviews.map(({ item }) => item)).size,
    byConclusion,
    attachments: reviews.reduce((sum, { attachments }) => sum + attachments, 0),
  };
}

/** Which reviews of a table a figure counts; what is left out does not narrow them. */
export type SecrecyChoice = {
  readonly agency: AgencyCode | null;
  readonly conclusion: SecrecyConclusion | null;
  readonly reviewer: StaffId | null;
};

/** What a figure opens: the reviews that it counts. */
export function reviewsOf(
  reviews: readonly SecrecyReview[],
  { agency, conclusion, reviewer }: SecrecyChoice,
): readonly SecrecyReview[] {
  return reviews.filter(
    one =>
      (agency === null || one.agency === agency) &&
      (conclusion === null || one.conclusion === conclusion) &&
      (reviewer === null || one.reviewer === reviewer),
  );
}
