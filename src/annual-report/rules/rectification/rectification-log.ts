import type { Brand } from '../../../kernel/brand.ts';
import type { LogEntry } from '../../../kernel/act-log.ts';
import type { Finding } from '../../../proofreading/finding.ts';
import type { StaffId } from '../../../people/rules/staff-id.ts';

export type RectificationId = Brand<string, 'RectificationId'>;

/** The rectification with an id that an address or a form gives, if it can be one. */
export function findRectificationId(text: string): RectificationId | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as RectificationId) : undefined;
}

/** A finding as it was when its mending was ordered. */
export type OrderedFinding = Pick<
  Finding,
  'audit' | 'level' | 'where' | 'quote' | 'message' | 'basis' | 'suggestion'
> & { readonly fingerprint: string };

/**
 * What running the audits anew says of an ordered finding: `stands` also where other words of the same place are found wrong by the
 * same audit; `waived` where somebody lets it stand with a reason.
 */
export const RECHECK_VERDICTS = ['mended', 'stands', 'waived'] as const;
export type RecheckVerdict = (typeof RECHECK_VERDICTS)[number];
export const RECHECK_VERDICT_LABEL = {
  mended: '已整改',
  stands: '仍存在',
  waived: '已说明不作修改',
} as const satisfies Record<RecheckVerdict, string>;

export type Rechecked = { readonly fingerprint: string; readonly verdict: RecheckVerdict };

type Day = Temporal.PlainDate;

/** Everything that can happen to a rectification (督促整改). The log is append-only and the state is its fold. */
export type RectificationAct =
  | {
      readonly kind: 'ordered';
      readonly findings: readonly OrderedFinding[];
      readonly demand: string;
      readonly dueOn: Day;
    }
  /** What the agency says that it has done. */
  | { readonly kind: 'answered'; readonly statement: string }
  | { readonly kind: 'checked'; readonly verdicts: readonly Rechecked[] }
  | { readonly kind: 'returned'; readonly reason: string; readonly dueOn: Day }
  /** `reason` says why it is closed with findings that stand; else it may be empty. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** The order should not have been given. */
  | { readonly kind: 'withdrawn'; readonly reason: string };
export type RectificationActKind = RectificationAct['kind'];
export type RectificationActOf<Kind extends RectificationActKind> = Extract<RectificationAct, { readonly kind: Kind }>;

export const RECTIFICATION_ACT_LABEL = {
  ordered: '下达整改任务',
  answered: '反馈整改情况',
  checked: '复核',
  returned: '退回继续整改',
  closed: '办结',
  withdrawn: '撤销',
} as const satisfies Record<RectificationActKind, string>;
export const RECTIFICATION_ACT_KINDS = Object.keys(RECTIFICATION_ACT_LABEL) as readonly RectificationActKind[];

/** Where a rectification stands. */
export const RECTIFICATION_STAGES = ['open', 'answered', 'closed', 'withdrawn'] as const;
export type RectificationStage = (typeof RECTIFICATION_STAGES)[number];
export const RECTIFICATION_STAGE_LABEL = {
  open: '待整改',
  answered: '已反馈，待复核',
  closed: '已办结',
  withdrawn: '已撤销',
} as const satisfies Record<RectificationStage, string>;

/** What may follow in each stage. */
export const RECTIFICATION_ACTS_OPEN_IN = {
  open: ['answered', 'checked', 'closed', 'withdrawn'],
  answered: ['checked', 'returned', 'closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
} as const satisfies Record<RectificationStage, readonly RectificationActKind[]>;

export type RectificationEntry = LogEntry<RectificationAct, StaffId | null>;
