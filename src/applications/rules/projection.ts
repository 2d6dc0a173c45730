import type { ApplicantKind, OutcomeRow } from '../../law/report-form/table-three.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { ReviewStep } from './application-log.ts';
import type { Channel } from './channel.ts';
import type { Stage } from './stage.ts';

type Day = Temporal.PlainDate;

/** Whose turn it is. */
export const WAITS_FOR = ['agency', 'applicant', 'third-party', 'other-agency'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];
export const WAITS_FOR_LABEL = {
  agency: '本机关',
  applicant: '申请人',
  'third-party': '第三方',
  'other-agency': '其他机关',
} as const satisfies Record<WaitsFor, string>;

/** What is still to be done about letters that were signed: one came back, or it is not known whether one arrived. */
export const DELIVERIES = ['bounced', 'on-its-way'] as const;
export type DeliveryState = (typeof DELIVERIES)[number];
export const DELIVERY_STATE_LABEL = {
  bounced: '文书被退回，需重新送达',
  'on-its-way': '文书还没有送达结果',
} as const satisfies Record<DeliveryState, string>;

/** What lists and counts need of an application: stored beside the log, and always computable from it. */
export type Projection = {
  readonly version: number;
  readonly stage: Stage;
  readonly handler: StaffId | null;
  readonly applicantKind: ApplicantKind;
  readonly channel: Channel;
  readonly receivedOn: Day | null;
  readonly replyDueOn: Day | null;
  /** The next day by which somebody must have acted. */
  readonly nextDueOn: Day | null;
  readonly waitsFor: WaitsFor | null;
  readonly provisional: boolean;
  /** The steps of review for which letters wait, each once. */
  readonly reviewSteps: readonly ReviewStep[];
  readonly delivery: DeliveryState | null;
  readonly settledOn: Day | null;
  readonly outcome: OutcomeRow | null;
  readonly doneLate: boolean | null;
  /** Whether the annual report counts it, and by which settlement: the first, whatever was ordered afterwards. */
  readonly counted: boolean;
  readonly countedOn: Day | null;
  readonly countedOutcome: OutcomeRow | null;
};
