import type { Brand } from '../../../kernel/brand.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import type { AnnualReport } from '../report.ts';

export type SubmissionId = Brand<string, 'SubmissionId'>;

/** How a report came: by one act of an agency that works here, by a file with its code, or uploaded by the supervising office. */
export const SUBMISSION_ROUTES = ['act', 'code', 'upload'] as const;
export type SubmissionRoute = (typeof SUBMISSION_ROUTES)[number];
export const ROUTE_LABEL = {
  act: '在本系统报送',
  code: '凭报送码报送',
  upload: '主管部门上传',
} as const satisfies Record<SubmissionRoute, string>;

/** The submission with an id that a form sends back, if it can be one. */
export function findSubmissionId(text: string): SubmissionId | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as SubmissionId) : undefined;
}

/** A report as it was submitted, read and audited at that time. It never changes; a better one follows it. */
export type Submission = {
  readonly id: SubmissionId;
  readonly agency: AgencyCode;
  readonly year: number;
  readonly route: SubmissionRoute;
  readonly report: AnnualReport;
  readonly findings: readonly Finding[];
  /** The file as it came; null for a report of this system. */
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly submittedOn: Temporal.PlainDate;
};
