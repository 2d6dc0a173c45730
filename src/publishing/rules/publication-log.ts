import { actReader } from '../../kernel/act-log.ts';
import type { LogEntry } from '../../kernel/act-log.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Attribute, WithholdingGround } from './attribute.ts';
import type { FindingLevel, Gate } from './gates/gate.ts';
import type { ItemKind } from './item-kind.ts';
import type { AttachmentId, ItemId } from './ids.ts';
import type { PublicityEnd } from './publicity.ts';
import type { SecrecyConclusion, SecrecyForm } from './secrecy-form.ts';
import type { ValidityChange } from './validity.ts';

type Day = Temporal.PlainDate;

/** 保密审查 and the three reviews (三审), in the order in which an edition goes through them. */
export const REVIEW_STEPS = ['secrecy', 'first', 'second', 'final'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];
export const REVIEW_STEP_LABEL = {
  secrecy: '保密审查',
  first: '初审',
  second: '二审',
  final: '三审（签发）',
} as const satisfies Record<ReviewStep, string>;

/** The three passes of proofreading (三校). */
export const PROOFS = ['machine', 'editor', 'before-publication'] as const;
export type Proof = (typeof PROOFS)[number];
export const PROOF_LABEL = {
  machine: '机器校对',
  editor: '编辑校对',
  'before-publication': '发布前校对',
} as const satisfies Record<Proof, string>;

/** How much a correction changes what readers rely on; a major one is announced on the page and in the feeds. */
export const CHANGE_SCALES = ['major', 'minor'] as const;
export type ChangeScale = (typeof CHANGE_SCALES)[number];
export const CHANGE_SCALE_LABEL = { major: '重要更正', minor: '一般更正' } as const satisfies Record<
  ChangeScale,
  string
>;

/** The document by which another was amended, repealed or declared 失效: one of ours, or one that is published elsewhere. */
export type BasisDocument =
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'elsewhere'; readonly title: string; readonly documentNumber: string | null };

/** What a public address answered when it was asked again, beside what it must answer. */
export type AddressAnswer = {
  readonly what: string;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  readonly asExpected: boolean;
};

/** Something that a gate found, as the log holds it: what it says and quotes stands beside the log, masked. */
export type FindingMark = { readonly key: string; readonly gate: Gate; readonly level: FindingLevel };

/**
 * Everything that can happen to an item. The log is append-only and the state is its fold; what an edition says stands in the
 * edition, which never changes. No personal data here.
 */
export type Act =
  | { readonly kind: 'drafted'; readonly itemKind: ItemKind; readonly edition: number }
  /** An edit makes another edition; approvals of the one before do not hold for it. */
  | { readonly kind: 'edited'; readonly edition: number }
  | {
      readonly kind: 'attribute-set';
      readonly attribute: Attribute;
      readonly ground: WithholdingGround | null;
      readonly reason: string | null;
    }
  /** The gates ran over an edition with all its attachments. */
  | { readonly kind: 'checked'; readonly edition: number; readonly findings: readonly FindingMark[] }
  /** A finding lets stand what it found, and why. */
  | {
      readonly kind: 'finding-overridden';
      readonly edition: number;
      readonly finding: string;
      readonly gate: Gate;
      readonly reason: string;
    }
  | {
      readonly kind: 'submitted';
      readonly edition: number;
      /** What this edition goes through, as the agency had it on that day. */
      readonly steps: readonly ReviewStep[];
      readonly proofs: readonly Proof[];
    }
  | { readonly kind: 'recalled'; readonly reason: string }
  | {
      readonly kind: 'secrecy-reviewed';
      readonly edition: number;
      /** SHA-256 of the edition with its attachments, so that a printed form names exactly what was reviewed. */
      readonly contentHash: string;
      readonly form: SecrecyForm;
      readonly ticked: readonly AttachmentId[];
      readonly conclusion: SecrecyConclusion;
    }
  | {
      readonly kind: 'reviewed';
      readonly edition: number;
      readonly step: 'first' | 'second';
      readonly comment: string | null;
    }
  | { readonly kind: 'approved'; readonly edition: number; readonly comment: string | null }
  | { readonly kind: 'proofread'; readonly edition: number; readonly proof: Proof; readonly remark: string | null }
  | { readonly kind: 'returned'; readonly edition: number; readonly step: ReviewStep; readonly comment: string }
  | { readonly kind: 'scheduled'; readonly edition: number; readonly publishAt: Temporal.Instant }
  | { readonly kind: 'unscheduled'; readonly reason: string }
  /** When it was published is the entry's own time, which cannot be set. */
  | { readonly kind: 'published'; readonly edition: number; readonly address: string; readonly on: Day }
  | {
      readonly kind: 'corrected';
      readonly edition: number;
      readonly scale: ChangeScale;
      /** 更正说明 on the page. */
      readonly note: string;
    }
  | {
      readonly kind: 'emergency-published';
      readonly edition: number;
      readonly address: string;
      readonly on: Day;
      readonly reason: string;
    }
  /** Was published by another system before this one, under an address of its own: its date is that of then. */
  | {
      readonly kind: 'taken-over';
      readonly edition: number;
      readonly address: string;
      readonly on: Day;
      readonly firstPublishedAt: Temporal.Instant;
      readonly origin: string;
    }
  | {
      readonly kind: 'emergency-reviewed';
      readonly conclusion: 'confirmed' | 'objected';
      readonly comment: string;
    }
  /** 撤回: the page stays with a banner. */
  | { readonly kind: 'withdrawn'; readonly explanation: string }
  | { readonly kind: 'reinstated'; readonly reason: string }
  /** 删除: the address answers 410, or leads to the one that took its place. */
  | { readonly kind: 'removed'; readonly explanation: string; readonly redirectTo: string | null }
  | { readonly kind: 'archived'; readonly reason: string }
  | {
      readonly kind: 'validity-changed';
      readonly to: ValidityChange;
      readonly on: Day;
      readonly basis: BasisDocument;
    }
  /** 定期评估审查 of something not published (Art. 18). */
  | { readonly kind: 'reassessed'; readonly conclusion: 'stays' | 'may-be-published'; readonly reason: string }
  | { readonly kind: 'noted'; readonly text: string }
  /** Every public address of the item was asked again, as a reader would. */
  | { readonly kind: 'addresses-verified'; readonly answers: readonly AddressAnswer[] }
  /** 公示期满: what was shown for a period stays with a banner, or goes as if removed. */
  | {
      readonly kind: 'publicity-ended';
      readonly endedOn: Day;
      readonly atEnd: PublicityEnd;
      readonly explanation: string;
    };

export type ActKind = Act['kind'];
export type ActOf<Kind extends ActKind> = Extract<Act, { readonly kind: Kind }>;

/** Who did it; the schedule publishes what was approved for a time. */
export type Actor = { readonly kind: 'officer'; readonly id: StaffId } | { readonly kind: 'system' };

/** An act as it stands in the log: `sequence` counts from 1 without gaps, `at` is system time and cannot be set. */
export type Entry = LogEntry<Act, Actor>;

/** What an act is called on the screen, in the journal and in refusals. */
export const ACT_LABEL = {
  drafted: '起草',
  edited: '修改',
  'attribute-set': '确定公开属性',
  checked: '发布前检查',
  'finding-overridden': '保留检查发现的内容',
  submitted: '提交审核',
  recalled: '撤回提交',
  'secrecy-reviewed': '保密审查',
  reviewed: '审核通过',
  approved: '签发',
  proofread: '校对',
  returned: '退回修改',
  scheduled: '定时发布',
  unscheduled: '取消定时发布',
  published: '发布',
  corrected: '发布更正',
  'emergency-published': '应急发布',
  'taken-over': '由原系统迁入',
  'emergency-reviewed': '应急发布补审',
  withdrawn: '撤回已发布的信息',
  reinstated: '恢复发布',
  removed: '删除已发布的信息',
  archived: '归档',
  'validity-changed': '变更有效性',
  reassessed: '定期评估',
  noted: '备注',
  'addresses-verified': '核对公开网址',
  'publicity-ended': '公示期满',
} as const satisfies Record<ActKind, string>;

export const ACT_KINDS = Object.keys(ACT_LABEL) as readonly ActKind[];

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readAct = actReader<Act>(ACT_KINDS);
