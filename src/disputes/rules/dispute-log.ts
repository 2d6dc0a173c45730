import { actReader } from '../../kernel/act-log.ts';
import type { LogEntry } from '../../kernel/act-log.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { DisputeId } from './dispute-id.ts';
import type { DisputeKind, DisputeResult } from './dispute-result.ts';

type Day = Temporal.PlainDate;

/**
 * In which role the agency stands in a dispute. Only the respondent counts it: a review organ that is sued together with the
 * agency that acted does not (国办公开办函〔2016〕201号), nor does a government that is sued together with its department.
 */
export const RESPONDENT_ROLES = ['respondent', 'review-organ', 'with-department'] as const;
export type RespondentRole = (typeof RESPONDENT_ROLES)[number];
export const RESPONDENT_ROLE_LABEL = {
  respondent: '被申请人、被告（原行为机关）',
  'review-organ': '作共同被告的复议机关（不计入年报）',
  'with-department': '与下级机关一并列为被告，由下级机关计入（不计入年报）',
} as const satisfies Record<RespondentRole, string>;

export const PROCEDURES = ['ordinary', 'simplified'] as const;
export type Procedure = (typeof PROCEDURES)[number];
export const PROCEDURE_LABEL = { ordinary: '普通程序', simplified: '简易程序' } as const satisfies Record<
  Procedure,
  string
>;

/** What is known of a dispute while it runs. Who applied or sued is personal data and stands sealed beside the log. */
export type DisputeFacts = {
  readonly disputeKind: DisputeKind;
  readonly role: RespondentRole;
  /** The application whose handling is disputed; else `matter` says what is. */
  readonly application: ApplicationId | null;
  readonly matter: string | null;
  /** The reconsideration that went before a suit: from it follows the route 复议后起诉. */
  readonly reconsideration: DisputeId | null;
  /** 复议机关 or court. */
  readonly organ: string;
  readonly reference: string | null;
  readonly procedure: Procedure;
  readonly filedOn: Day;
  /** Day on which the copy of the application or complaint reached the agency: its time to answer runs from there. */
  readonly servedOn: Day | null;
};

/** Everything that can happen to a dispute. The log is append-only and the dispute is its fold. */
export type DisputeAct =
  | ({ readonly kind: 'entered' } & DisputeFacts)
  | ({ readonly kind: 'amended'; readonly reason: string } & DisputeFacts)
  | {
      readonly kind: 'closed';
      readonly on: Day;
      readonly result: DisputeResult;
      /** What the agency was ordered to do, and by when. */
      readonly ordered: string | null;
      readonly orderedOn: Day | null;
    }
  /** Appeal, retrial, resumption: the same dispute goes on and counts by its latest result. */
  | { readonly kind: 'reopened'; readonly on: Day; readonly reason: string };
export type DisputeActKind = DisputeAct['kind'];

export const DISPUTE_ACT_LABEL = {
  entered: '登记',
  amended: '更正',
  closed: '办结',
  reopened: '继续审理',
} as const satisfies Record<DisputeActKind, string>;
export const DISPUTE_ACT_KINDS = Object.keys(DISPUTE_ACT_LABEL) as readonly DisputeActKind[];

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readDisputeAct = actReader<DisputeAct>(DISPUTE_ACT_KINDS);

/** An act as it stands in the log; `by` is null where the sample was loaded. */
export type DisputeEntry = LogEntry<DisputeAct, StaffId | null>;
