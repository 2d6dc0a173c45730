import type { Audit } from './audit.ts';
import { carryOver } from './carry-over.ts';
import { cellForm } from './cell-form.ts';
import { copiedScope } from './copied-scope.ts';
import { definedTerm } from './defined-term.ts';
import { doubledSentence } from './doubled-sentence.ts';
import { feeStatement } from './fee-statement.ts';
import { feeUnit } from './fee-unit.ts';
import { formEdition } from './form-edition.ts';
import { inForceContinuity } from './in-force-continuity.ts';
import { inForceCount } from './in-force-count.ts';
import { intakeBalance } from './intake-balance.ts';
import { labels } from './labels.ts';
import { legalBasis } from './legal-basis.ts';
import { narrativeFigures } from './narrative-figures.ts';
import { ordinals } from './ordinals.ts';
import { overviewLength } from './overview-length.ts';
import { overviewTopics } from './overview-topics.ts';
import { paragraphBreak } from './paragraph-break.ts';
import { problemsEmpty } from './problems-empty.ts';
import { proseSums } from './prose-sums.ts';
import { publishedLate } from './published-late.ts';
import { reconsiderationFirst } from './reconsideration-first.ts';
import { redressCarry } from './redress-carry.ts';
import { redressSum } from './redress-sum.ts';
import { relativeTime } from './relative-time.ts';
import { repetition } from './repetition.ts';
import { rowSum } from './row-sum.ts';
import { ruleMakingPower } from './rule-making-power.ts';
import { privateData } from './private-data.ts';
import { sameFigures } from './same-figures.ts';
import { sectionList } from './section-list.ts';
import { sections } from './sections.ts';
import { settledSum } from './settled-sum.ts';
import { tables } from './tables.ts';
import { templateResidue } from './template-residue.ts';
import { titleAndPeriod } from './title-and-period.ts';
import { wording } from './wording.ts';

/** Every audit, in the order in which a person would go through a report. */
export const AUDITS: readonly Audit[] = [
  // What the report is, and whether it is whole.
  titleAndPeriod,
  formEdition,
  legalBasis,
  sectionList,
  sections,
  tables,
  labels,
  publishedLate,
  // The figures.
  cellForm,
  rowSum,
  settledSum,
  intakeBalance,
  redressSum,
  ruleMakingPower,
  inForceCount,
  feeUnit,
  reconsiderationFirst,
  // Last year.
  carryOver,
  inForceContinuity,
  redressCarry,
  sameFigures,
  repetition,
  // The prose.
  narrativeFigures,
  proseSums,
  overviewTopics,
  overviewLength,
  problemsEmpty,
  feeStatement,
  wording,
  privateData,
  templateResidue,
  copiedScope,
  relativeTime,
  ordinals,
  definedTerm,
  doubledSentence,
  paragraphBreak,
];
