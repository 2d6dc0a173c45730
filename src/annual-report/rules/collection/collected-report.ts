import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import type { AnnualReport } from '../report.ts';

/** Where an agency's report stands in a round (汇总): `published` is accepted and to be read by everybody. */
export const SUBMISSION_STATES = ['missing', 'submitted', 'returned', 'accepted', 'published'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
export const SUBMISSION_STATE_LABEL = {
  missing: '未报',
  submitted: '已报',
  returned: '退回',
  accepted: '通过',
  published: '已公开',
} as const satisfies Record<SubmissionState, string>;

/** An agency's report that counts for a year, with what the audits found in it. */
export type CollectedReport = {
  readonly agency: AgencyCode;
  readonly agencyName: string;
  readonly year: number;
  readonly report: AnnualReport;
  readonly findings: readonly Finding[];
  /** Null for a report that was published and in no round. */
  readonly submittedOn: Temporal.PlainDate | null;
  readonly state: SubmissionState;
};
