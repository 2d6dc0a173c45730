import { itemFeeOf } from './fee.ts';
import type { ProcessingFee } from './fee.ts';
import type { ApplicationId } from './ids.ts';
import type { Stage } from './stage.ts';

type Day = Temporal.PlainDate;

/** Another application of the same applicant to the same agency. */
export type EarlierApplication = {
  readonly id: ApplicationId;
  readonly year: number;
  readonly number: number;
  readonly description: string;
  readonly lodgedOn: Day;
  readonly receivedOn: Day | null;
  readonly stage: Stage;
  readonly settledOn: Day | null;
};

const SIGNS = /[\p{Letter}\p{Number}]/gu;

/** The neighbouring signs of a text, without punctuation and spaces: what its likeness to another is counted in. */
export function pairsOf(text: string): ReadonlySet<string> {
  const signs = text.normalize('NFKC').toLowerCase().match(SIGNS) ?? [];
  if (signs.length === 1) return new Set(signs);
  return new Set(signs.slice(1).map((sign, index) => signs[index]! + sign));
}

/** How much two texts have in common, from 0 to 1: the share of neighbouring signs that stand in both. Punctuation and spaces do not count. */
export function likenessOf(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const pair of first) if (second.has(pair)) common += 1;
  return common / (first.size + second.size - common);
}

/** From here on two descriptions are shown side by side: below it, they ask for different things more often than not. */
export const ALIKE = 0.4;

export type SimilarApplication = { readonly earlier: EarlierApplication; readonly likeness: number };

/**
 * The applications that ask for much the same, the most alike first: evidence for an officer who weighs whether one is a repetition
 * (Art. 36(6)). Nothing is decided here.
 */
export function similarOf(description: string, others: readonly EarlierApplication[]): readonly SimilarApplication[] {
  return others
    .map(earlier => ({ earlier, likeness: likenessOf(description, earlier.description) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((one, other) => other.likeness - one.likeness);
}

/** How often an applicant has asked, for Art. 35 and for the fee by items. Parts of a split file count, the split file does not. */
export type Frequency = {
  readonly month: Temporal.PlainYearMonth;
  readonly inMonth: number;
  readonly inTwelveMonths: number;
  readonly open: number;
  /** What the items of the month would cost by items; charging is a power, not a duty. */
  readonly fee: ProcessingFee;
};

/** The frequency of applications up to and including the month of `day`; `applications` are all of one applicant. */
export function frequencyOf(applications: readonly EarlierApplication[], day: Day): Frequency {
  const counted = applications.filter(({ stage }) => stage !== 'split');
  const month = day.toPlainYearMonth();
  const monthOf = ({ receivedOn, lodgedOn }: EarlierApplication) => (receivedOn ?? lodgedOn).toPlainYearMonth();
  const first = month.subtract({ months: 11 });
  const inMonth = counted.filter(application => monthOf(application).equals(month)).length;
  return {
    month,
    inMonth,
    inTwelveMonths: counted.filter(application => {
      const own = monthOf(application);
      return Temporal.PlainYearMonth.compare(own, first) >= 0 && Temporal.PlainYearMonth.compare(own, month) <= 0;
    }).length,
    open: counted.filter(({ settledOn }) => settledOn === null).length,
    fee: itemFeeOf(inMonth),
  };
}
