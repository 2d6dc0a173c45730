import { actReader } from '../../kernel/act-log.ts';
import type { LogEntry } from '../../kernel/act-log.ts';
import type { ApplicantKind } from '../../law/report-form/table-three.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Channel } from './channel.ts';
import type { FeeScale } from './fee.ts';
import type { ApplicationId, ConsultationId, LetterId, SearchTaskId } from './ids.ts';
import type { LetterKind } from './letters/letter-kinds.ts';
import type { Closing } from './outcome.ts';
import type { Reply } from './reply.ts';

type Day = Temporal.PlainDate;

/** 依申请公开 proper, or the correction of one's own record (更正, Art. 41), which is a kind of its own and not counted. */
export const CASE_KINDS = ['information', 'record-correction'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export const CASE_KIND_LABEL = {
  information: '政府信息公开申请',
  'record-correction': '本人信息更正申请',
} as const satisfies Record<CaseKind, string>;

/** The days from which the day of receipt is derived by channel (Art. 31); the day of receipt itself is never typed. */
export type IntakeFacts = {
  readonly channel: Channel;
  /** Day on which it was handed in or sent. */
  readonly submittedOn: Day | null;
  /** Day on which it reached the disclosure office. */
  readonly arrivedOn: Day | null;
  /** Day on which anyone in the agency signed for it (mail). */
  readonly signedOn: Day | null;
};

/** How both sides confirmed an application that is not signed for (Art. 31(3)). */
export const CONFIRMATIONS = ['telephone', 'sms', 'email', 'online', 'in-person', 'letter'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];
export const CONFIRMATION_LABEL = {
  telephone: '电话',
  sms: '短信',
  email: '电子邮件',
  online: '网上',
  'in-person': '当面',
  letter: '书信',
} as const satisfies Record<Confirmation, string>;

/** A step of the approval chain of a letter. */
export const REVIEW_STEPS = ['review', 'secrecy', 'legality', 'sign'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];
export const REVIEW_STEP_LABEL = {
  review: '工作机构审核',
  secrecy: '保密审查',
  legality: '法制审核',
  sign: '签发',
} as const satisfies Record<ReviewStep, string>;

/** 送达方式. Only the postal enterprise may carry (国办公开办函〔2016〕235号): there is no private courier here. */
export const DELIVERY_METHODS = ['post', 'in-person', 'electronic', 'fax'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];
export const DELIVERY_METHOD_LABEL = {
  post: '邮寄（邮政企业）',
  'in-person': '当面送达',
  electronic: '网上送达',
  fax: '传真',
} as const satisfies Record<DeliveryMethod, string>;

/** What a third party or a co-producing agency says. Silence differs: of a third party it is no consent, of an agency it is. */
export const OPINIONS = ['consents', 'objects', 'consents-in-part', 'silent'] as const;
export type Opinion = (typeof OPINIONS)[number];
export const OPINION_LABEL = {
  consents: '同意公开',
  objects: '不同意公开',
  'consents-in-part': '同意公开一部分',
  silent: '逾期未答复',
} as const satisfies Record<Opinion, string>;

export const CONSULTED = ['third-party', 'agency'] as const;
export type Consulted = (typeof CONSULTED)[number];

export const LINK_RELATIONS = ['same-matter', 'same-applicant', 'parent', 'child', 'merged', 'earlier-answer'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/**
 * Everything that can happen to an application (§5.1 of the procedure): the log is append-only and the state is its fold.
 * `on` is the day that counts in law, which may lie before the moment at which the act was entered. No personal data here:
 * names, addresses and texts about people stand in sealed rows that an act refers to.
 */
export type Act =
  | {
      readonly kind: 'lodged';
      readonly caseKind: CaseKind;
      readonly intake: IntakeFacts;
      /** Of a joint application the first signatory's. */
      readonly applicantKind: ApplicantKind;
      readonly applicants: number;
      /** 一事一申请: the application this one was split from; it keeps the parent's receipt. */
      readonly parent: ApplicationId | null;
    }
  | {
      readonly kind: 'intake-corrected';
      readonly intake: IntakeFacts;
      readonly applicantKind: ApplicantKind;
      readonly reason: string;
    }
  | { readonly kind: 'contact-attempted'; readonly on: Day; readonly how: Confirmation; readonly remark: string }
  | { readonly kind: 'receipt-confirmed'; readonly on: Day; readonly how: Confirmation }
  | { readonly kind: 'assigned'; readonly to: StaffId; readonly remark: string | null }
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'linked'; readonly to: ApplicationId; readonly relation: LinkRelation }
  // 补正
  | {
      readonly kind: 'clarification-requested';
      readonly on: Day;
      readonly letter: LetterId | null;
      readonly workingDays: number;
      readonly deliveredOn: Day | null;
      /** Asked after the seven working days: why (the law attaches no consequence; the earlier reading is shown). */
      readonly lateReason: string | null;
    }
  | { readonly kind: 'clarification-notice-delivered'; readonly on: Day }
  | { readonly kind: 'clarification-prolonged'; readonly until: Day; readonly reason: string }
  | { readonly kind: 'clarification-received'; readonly on: Day }
  | { readonly kind: 'clarification-lapsed'; readonly on: Day }
  // Art. 35
  | { readonly kind: 'reasons-demanded'; readonly on: Day; readonly letter: LetterId | null }
  | { readonly kind: 'reasons-received'; readonly on: Day; readonly reasonable: boolean }
  | {
      readonly kind: 'deferred';
      readonly on: Day;
      readonly until: Day;
      readonly letter: LetterId | null;
      readonly reason: string;
    }
  // 征求意见
  | {
      readonly kind: 'third-party-consulted' | 'agency-consulted';
      readonly consultation: ConsultationId;
      readonly on: Day;
      readonly letter: LetterId | null;
      /** Day on which the party received the letter; its fifteen working days run from there. */
      readonly receivedOn: Day | null;
    }
  | { readonly kind: 'consultation-delivered'; readonly consultation: ConsultationId; readonly on: Day }
  | {
      readonly kind: 'third-party-answered' | 'agency-answered';
      readonly consultation: ConsultationId;
      readonly on: Day;
      readonly opinion: Opinion;
    }
  // 协办 (the clock runs)
  | {
      readonly kind: 'search-asked';
      readonly task: SearchTaskId;
      readonly unit: AgencyCode | null;
      readonly unitName: string;
      readonly on: Day;
      readonly dueOn: Day;
    }
  | {
      readonly kind: 'search-answered';
      readonly task: SearchTaskId;
      readonly on: Day;
      readonly found: boolean;
      readonly result: string;
    }
  // 延期
  | { readonly kind: 'extension-asked'; readonly on: Day; readonly workingDays: number; readonly reason: string }
  | { readonly kind: 'extension-refused'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'extension-approved'; readonly on: Day; readonly approver: StaffId }
  | {
      readonly kind: 'extended';
      readonly notifiedOn: Day;
      readonly workingDays: number;
      readonly letter: LetterId | null;
    }
  // 收费
  | {
      readonly kind: 'fee-noticed';
      readonly on: Day;
      readonly letter: LetterId | null;
      readonly scale: FeeScale;
      /** Items counted in the month, or pages of this application. */
      readonly quantity: number;
      readonly amountYuan: number;
      readonly receivedOn: Day | null;
    }
  | { readonly kind: 'fee-notice-delivered'; readonly on: Day }
  | { readonly kind: 'fee-paid'; readonly on: Day; readonly amountYuan: number; readonly receiptNumber: string }
  | { readonly kind: 'fee-waived'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'fee-refunded'; readonly on: Day; readonly amountYuan: number; readonly reason: string }
  | { readonly kind: 'fee-lapsed'; readonly on: Day }
  // 文书
  | { readonly kind: 'letter-drafted'; readonly letter: LetterId; readonly letterKind: LetterKind }
  | {
      readonly kind: 'letter-submitted';
      readonly letter: LetterId;
      readonly version: number;
      readonly reply: Reply | null;
      /** The chain that this version goes through, as the agency had it on that day. */
      readonly steps: readonly ReviewStep[];
    }
  | { readonly kind: 'letter-passed'; readonly letter: LetterId; readonly version: number; readonly step: ReviewStep }
  | {
      readonly kind: 'letter-returned';
      readonly letter: LetterId;
      readonly version: number;
      readonly step: ReviewStep;
      readonly comment: string;
    }
  | { readonly kind: 'letter-withdrawn'; readonly letter: LetterId; readonly reason: string }
  | {
      readonly kind: 'letter-signed';
      readonly letter: LetterId;
      readonly version: number;
      readonly documentNumber: string | null;
      readonly on: Day;
    }
  | {
      readonly kind: 'letter-dispatched';
      readonly letter: LetterId;
      readonly method: DeliveryMethod;
      readonly on: Day;
      readonly trackingNumber: string | null;
    }
  | { readonly kind: 'letter-delivered'; readonly letter: LetterId; readonly on: Day }
  | { readonly kind: 'letter-bounced'; readonly letter: LetterId; readonly on: Day; readonly reason: string }
  /** 答复: the reply went out. On time if posted, or signed for in person, by the due date (国办公开办函〔2016〕235号). */
  | {
      readonly kind: 'replied';
      readonly letter: LetterId | null;
      readonly reply: Reply;
      readonly postedOn: Day | null;
      readonly deliveredOn: Day | null;
    }
  // endings without a reply, and what follows
  | { readonly kind: 'withdrawn'; readonly on: Day; readonly reason: string | null }
  | { readonly kind: 'merged'; readonly into: ApplicationId; readonly on: Day; readonly reason: string }
  | { readonly kind: 'closed-otherwise'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'split'; readonly children: readonly ApplicationId[]; readonly on: Day; readonly reason: string }
  | { readonly kind: 'archived'; readonly on: Day; readonly volume: string }
  | {
      readonly kind: 'reply-ordered';
      readonly by: 'reconsideration' | 'litigation';
      readonly on: Day;
      /** Where the decision sets a day; else the full period runs from the decision. */
      readonly dueOn: Day | null;
      readonly reference: string;
    }
  | { readonly kind: 'promoted'; readonly on: Day; readonly remark: string | null }
  | { readonly kind: 'satisfaction-given'; readonly on: Day; readonly score: 1 | 2 | 3 | 4 | 5 };

export type ActKind = Act['kind'];
export type ActOf<Kind extends ActKind> = Extract<Act, { readonly kind: Kind }>;

/** Who did it. Applicants and third parties act through the portal and have no account. */
export type Actor =
  | { readonly kind: 'officer'; readonly id: StaffId }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'third-party' }
  | { readonly kind: 'system' };

/** An act as it stands in the log: `sequence` counts from 1 without gaps, `at` is system time and cannot be set. */
export type Entry = LogEntry<Act, Actor>;

/** What an act is called on the screen, in the journal and in refusals. */
export const ACT_LABEL = {
  lodged: '提出申请',
  'intake-corrected': '更正收件信息',
  'contact-attempted': '联系申请人',
  'receipt-confirmed': '双方确认收到',
  assigned: '分办',
  noted: '备注',
  linked: '关联申请',
  'clarification-requested': '告知补正',
  'clarification-notice-delivered': '补正告知书送达',
  'clarification-prolonged': '延长补正期限',
  'clarification-received': '收到补正',
  'clarification-lapsed': '逾期不补正，不再处理',
  'reasons-demanded': '要求说明理由',
  'reasons-received': '收到说明的理由',
  deferred: '确定延迟答复的合理期限',
  'third-party-consulted': '征求第三方意见',
  'agency-consulted': '征求其他机关意见',
  'consultation-delivered': '征求意见书送达',
  'third-party-answered': '第三方意见',
  'agency-answered': '其他机关意见',
  'search-asked': '交其他单位协助查找',
  'search-answered': '协助查找结果',
  'extension-asked': '申请延期',
  'extension-refused': '不同意延期',
  'extension-approved': '同意延期',
  extended: '延长答复期限并告知',
  'fee-noticed': '发出收费通知',
  'fee-notice-delivered': '收费通知送达',
  'fee-paid': '缴费',
  'fee-waived': '免收信息处理费',
  'fee-refunded': '退费',
  'fee-lapsed': '逾期未缴费，不再处理',
  'letter-drafted': '起草文书',
  'letter-submitted': '提交审核',
  'letter-passed': '审核通过',
  'letter-returned': '退回修改',
  'letter-withdrawn': '撤回文书',
  'letter-signed': '签发',
  'letter-dispatched': '发出文书',
  'letter-delivered': '文书送达',
  'letter-bounced': '文书退回',
  replied: '答复',
  withdrawn: '申请人撤回',
  merged: '合并办理',
  'closed-otherwise': '其他原因终止',
  split: '拆分为多件申请',
  archived: '归档',
  'reply-ordered': '责令重新答复',
  promoted: '转为主动公开',
  'satisfaction-given': '申请人评价',
} as const satisfies Record<ActKind, string>;

export const ACT_KINDS = Object.keys(ACT_LABEL) as readonly ActKind[];

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readAct = actReader<Act>(ACT_KINDS);

/** The acts that end a case without a reply, and what each means. */
export const CLOSING_OF = {
  'clarification-lapsed': 'clarification-lapsed',
  'fee-lapsed': 'fee-unpaid',
  withdrawn: 'withdrawn',
  merged: 'merged',
  'closed-otherwise': 'other',
} as const satisfies Partial<Record<ActKind, Closing>>;
