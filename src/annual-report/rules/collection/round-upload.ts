import type { Brand } from '../../../kernel/brand.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import type { AnnualReport } from '../report.ts';
import type { SubmissionId } from './submission.ts';

export type UploadId = Brand<string, 'UploadId'>;

/**
 * Where a file stands on its way into a round. `kept` waits to be read, `unpacked` was an archive, `asking` waits for the answer whose
 * it is, `read` waits for the sender's last word, `dropped` was put aside by a person.
 */
export const UPLOAD_STATES = ['kept', 'unpacked', 'refused', 'asking', 'read', 'filed', 'dropped'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];
export const UPLOAD_STATE_LABEL = {
  kept: '等待读取',
  unpacked: '已解压',
  refused: '没有收下',
  asking: '待确认机关',
  read: '已读取，待提交',
  filed: '已归入报送',
  dropped: '已作废',
} as const satisfies Record<UploadState, string>;

/** What was read in a file and found by the audits. */
export type UploadAnswer = { readonly report: AnnualReport; readonly findings: readonly Finding[] };

/** A file that was sent to a round. */
export type RoundUpload = {
  readonly id: UploadId;
  readonly office: AgencyCode;
  readonly year: number;
  /** Those that came together. */
  readonly batch: string;
  readonly place: number;
  readonly route: 'code' | 'upload';
  readonly file: string;
  readonly name: string;
  readonly state: UploadState;
  readonly sentence: string | null;
  readonly printedName: string | null;
  readonly agency: AgencyCode | null;
  readonly submission: SubmissionId | null;
  readonly uploadedBy: StaffId | null;
  readonly uploadedAt: Temporal.Instant;
};

/** Why a report that was read does not go into the round of a year, in one sentence; null where it does. */
export function yearProblem(report: Pick<AnnualReport, 'year'>, year: number): string | null {
  return report.year === null || report.year === year
    ? null
    : `报告写的是 ${report.year} 年度，本次汇总的是 ${year} 年度，没有收下；请上传 ${year} 年度的报告`;
}
