import type { LogEntry } from '../../../kernel/act-log.ts';
import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';
import type { FindingCounts } from './finding-counts.ts';
import type { SubmissionId } from './submission.ts';
import type { SubmissionRoute } from './submission.ts';

type Day = Temporal.PlainDate;

/** Why an agency of the area is not in the sum (§4.6 of the practice). */
export const EXCLUSION_REASONS = ['vertical', 'abolished', 'merged', 'other'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];
export const EXCLUSION_LABEL = {
  vertical: '垂直管理，由上级主管部门汇总',
  abolished: '已经撤销',
  merged: '已经并入其他机关',
  other: '其他原因',
} as const satisfies Record<ExclusionReason, string>;

export type Exclusion = {
  readonly agency: AgencyCode;
  readonly reason: ExclusionReason;
  /** The agency that carries on what is left: with `merged` only. */
  readonly into: AgencyCode | null;
  /** With `other`, why. */
  readonly note: string;
};

/** Who is to report and who is not. */
export type RoundMembers = { readonly agencies: readonly AgencyCode[]; readonly excluded: readonly Exclusion[] };

type Referred = { readonly agency: AgencyCode; readonly submission: SubmissionId };

/** Everything that can happen in a round (汇总). The log is append-only and the state is its fold. */
export type RoundAct =
  | ({ readonly kind: 'opened'; readonly deadlineOn: Day } & RoundMembers)
  | ({ readonly kind: 'members-changed' } & RoundMembers)
  | { readonly kind: 'deadline-moved'; readonly deadlineOn: Day }
  | { readonly kind: 'reminded'; readonly agencies: readonly AgencyCode[] }
  | (Referred & {
      readonly kind: 'submitted';
      readonly route: SubmissionRoute;
      readonly on: Day;
      readonly counts: FindingCounts;
      /** A report that was published was corrected, and is submitted again with it. */
      readonly isCorrection: boolean;
    })
  /** `findings` are the fingerprints of those attached. */
  | (Referred & { readonly kind: 'returned'; readonly comment: string; readonly findings: readonly string[] })
  | (Referred & { readonly kind: 'accepted' })
  | { readonly kind: 'closed' }
  | { readonly kind: 'reopened'; readonly reason: string };
export type RoundActKind = RoundAct['kind'];

export const ROUND_ACT_LABEL = {
  opened: '部署报送',
  'members-changed': '调整报送范围',
  'deadline-moved': '调整报送期限',
  reminded: '催报',
  submitted: '报送',
  returned: '退回',
  accepted: '通过',
  closed: '结束汇总',
  reopened: '重新开始汇总',
} as const satisfies Record<RoundActKind, string>;
export const REPORT_ROUND_ACT_KINDS = Object.keys(ROUND_ACT_LABEL) as readonly RoundActKind[];

/** By nobody of ours where an agency sent a file by its code. */
export type RoundEntry = LogEntry<RoundAct, StaffId | null>;
