import type { ApplicantKind, OutcomeRow } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Channel } from './channel.ts';

/** Applications that count alike in a period, by the rules of the annual report: received in it or before, settled in it or open at its end. */
export type PeriodGroup = {
  readonly agency: AgencyCode;
  readonly channel: Channel;
  readonly applicantKind: ApplicantKind;
  readonly isNew: boolean;
  /** Null: open at the end of the period. */
  readonly outcome: OutcomeRow | null;
  /** Whether the settlement was late; null where there is none in the period or it cannot be told. */
  readonly late: boolean | null;
  readonly count: number;
};

/** Natural days from receipt to settlement of what was settled in a period: the middle one and the longest; null where nothing was. */
export type DaysTaken = { readonly median: number | null; readonly longest: number | null };
