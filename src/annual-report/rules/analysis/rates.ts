import { APPLICANT_COLUMN_LABEL, APPLICANT_KINDS } from '../../../law/report-form/table-three.ts';
import type { ApplicantKind } from '../../../law/report-form/table-three.ts';
import type { AnnualReport } from '../report.ts';
import { exactSum, figureOf, REPORT_FIGURES } from './report-figures.ts';
import type { ReportFigure } from './report-figures.ts';

type Definition = {
  readonly label: string;
  readonly numerator: readonly ReportFigure[];
  readonly denominator: readonly ReportFigure[];
};

const ofSettled = (label: string, ...numerator: readonly ReportFigure[]): Definition => ({
  label,
  numerator,
  denominator: ['settled'],
});

const APPLICANT_SHARES = Object.fromEntries(
  APPLICANT_KINDS.map(kind => [
    `share-${kind}`,
    { label: `${APPLICANT_COLUMN_LABEL[kind]}申请占比`, numerator: [`new-${kind}`], denominator: ['new'] },
  ]),
) as unknown as Readonly<Record<`share-${ApplicantKind}`, Definition>>;

/** Shares of what was settled, of what disputes ended in, and of who applied. */
const DEFINITIONS = {
  disclosed: ofSettled('公开率', 'granted', 'partly-granted'),
  'partly-disclosed': ofSettled('部分公开率', 'partly-granted'),
  withheld: ofSettled('不予公开率', 'withheld'),
  unavailable: ofSettled('无法提供率', 'unavailable'),
  declined: ofSettled('不予处理率', 'declined'),
  closed: ofSettled('其他处理率', 'closed'),
  'carried-out': { label: '结转率', numerator: ['carried-out'], denominator: ['new', 'carried-in'] },
  'reconsideration-corrected': {
    label: '行政复议纠错率',
    numerator: ['reconsiderations-corrected'],
    denominator: ['reconsiderations-ended'],
  },
  'litigation-corrected': { label: '行政诉讼纠错率', numerator: ['suits-corrected'], denominator: ['suits-ended'] },
  ...APPLICANT_SHARES,
} as const satisfies Record<string, Definition>;

export type RateKey = keyof typeof DEFINITIONS;
export const RATES: Readonly<Record<RateKey, Definition>> = DEFINITIONS;
/** Shares of the applications settled: together with each other they are all of them, 部分公开 being part of 公开. */
export const OUTCOME_RATES = [
  'disclosed',
  'withheld',
  'unavailable',
  'declined',
  'closed',
] as const satisfies readonly RateKey[];
export const APPLICANT_RATES = APPLICANT_KINDS.map(kind => `share-${kind}` as const);

const labels = (figures: readonly ReportFigure[]) => figures.map(figure => REPORT_FIGURES[figure].label).join('＋');

/** How a rate is computed, in words: 「（予以公开＋部分公开）÷办理结果总计」. */
export function definitionOf(rate: RateKey): string {
  const { numerator, denominator } = RATES[rate];
  const bracketed = (figures: readonly ReportFigure[]) =>
    figures.length > 1 ? `（${labels(figures)}）` : labels(figures);
  return `${bracketed(numerator)}÷${bracketed(denominator)}`;
}

/** Below this denominator a rate says little, and pages say so. */
export const FEW = 30;

/**
 * A rate, with what it was computed from. It has no value where nothing is counted below the line (`nothing-counted`: there is no such
 * thing as 0 of 0) or where a cell could not be read (`unread`). `few`: fewer than `FEW` below the line.
 */
export type Rate =
  | {
      readonly kind: 'rate';
      readonly value: number;
      readonly numerator: number;
      readonly denominator: number;
      readonly few: boolean;
    }
  | { readonly kind: 'none'; readonly why: 'nothing-counted' | 'unread' };

type Report = Pick<AnnualReport, 'cells' | 'edition'>;

function sumIn(report: Report, figures: readonly ReportFigure[]): number | null {
  const values = figures.map(figure => figureOf(report, figure));
  return values.includes(null) ? null : exactSum(values.filter(value => value !== null));
}

/** The rate of one report, or of several together: their sums above and below the line, never a mean of their rates. */
export function rateOf(reports: readonly Report[], rate: RateKey): Rate {
  const { numerator, denominator } = RATES[rate];
  let [above, below, readable] = [0, 0, 0];
  for (const report of reports) {
    const [top, bottom] = [sumIn(report, numerator), sumIn(report, denominator)];
    if (top === null || bottom === null) continue;
    above += top;
    below += bottom;
    readable += 1;
  }
  if (readable === 0) return { kind: 'none', why: 'unread' };
  if (below === 0) return { kind: 'none', why: 'nothing-counted' };
  return { kind: 'rate', value: above / below, numerator: above, denominator: below, few: below < FEW };
}

/** A share as a percentage with one decimal: 「33.3%」. */
export const percentText = (value: number): string => `${(Math.round(value * 1000) / 10).toFixed(1)}%`;

export const NO_RATE = { 'nothing-counted': '—（分母为0）', unread: '—（有数据没有读到）' } as const satisfies Record<
  Extract<Rate, { kind: 'none' }>['why'],
  string
>;

/** A rate in words for a cell of a table. */
export const rateText = (rate: Rate): string => (rate.kind === 'rate' ? percentText(rate.value) : NO_RATE[rate.why]);
