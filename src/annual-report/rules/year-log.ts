import { actReader } from '../../kernel/act-log.ts';
import type { LogEntry } from '../../kernel/act-log.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Prose } from './draft-prose.ts';
import type { FigureKey, YearFacts } from './year-facts.ts';
import type { Waiver } from './waiver.ts';

type Day = Temporal.PlainDate;

/** 更正说明: what was wrong, and why (§4.7 of the practice: a published report is never changed in silence). */
export type CorrectionNote = { readonly what: string; readonly why: string };

/** Figures of a year with who keeps them and, where a file shows them, that file. */
export type SourcedFigures = {
  readonly figures: Readonly<Partial<Record<FigureKey, number>>>;
  readonly source: string;
  readonly evidence?: EvidenceId;
};

/** Names a file that proves figures of a year. */
export type EvidenceId = Brand<string, 'EvidenceId'>;

/** Where proposed figures came from: a file that somebody imported, or the system that publishes 许可 and 处罚 (双公示). */
export type ProposalOrigin = 'file' | 'feed';

/** Everything that can happen to a year's report on its way. The log is append-only and the state is its fold. */
export type YearAct =
  | { readonly kind: 'opened' }
  | ({ readonly kind: 'figures-proposed'; readonly by: ProposalOrigin } & SourcedFigures)
  | { readonly kind: 'proposal-declined'; readonly proposal: number; readonly reason: string }
  | ({
      readonly kind: 'figures-entered';
      /** Sequence of the act that proposed them; none where somebody typed them. */
      readonly proposal?: number;
      /** Why figures are so far from last year's. */
      readonly explanation?: string;
    } & SourcedFigures)
  | { readonly kind: 'prose-written'; readonly prose: Prose }
  /** From here on the figures stand still: later acts on files are shown as differences. */
  | { readonly kind: 'frozen'; readonly facts: YearFacts }
  | { readonly kind: 'thawed'; readonly reason: string }
  | { readonly kind: 'finding-waived'; readonly waiver: Omit<Waiver, 'on'> & { readonly on: Day } }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'returned'; readonly comment: string }
  | { readonly kind: 'approved' }
  | { readonly kind: 'published'; readonly on: Day; readonly version: number; readonly note: CorrectionNote | null }
  | ({ readonly kind: 'correction-begun' } & CorrectionNote);
export type YearActKind = YearAct['kind'];
export type YearActOf<Kind extends YearActKind> = Extract<YearAct, { readonly kind: Kind }>;

export const YEAR_ACT_LABEL = {
  opened: '开始编制',
  'figures-proposed': '导入数据（待核对）',
  'proposal-declined': '不采用导入的数据',
  'figures-entered': '填报数据',
  'prose-written': '修改文字',
  frozen: '锁定数据',
  thawed: '解除锁定',
  'finding-waived': '豁免审核发现',
  submitted: '提交审签',
  returned: '退回修改',
  approved: '审签同意',
  published: '公布',
  'correction-begun': '开始更正',
} as const satisfies Record<YearActKind, string>;
export const REPORT_YEAR_ACT_KINDS = Object.keys(YEAR_ACT_LABEL) as readonly YearActKind[];

/** The act of stored facts. Throws on a kind that this program does not know. */
export const readYearAct = actReader<YearAct>(REPORT_YEAR_ACT_KINDS);

/** An act as it stands in the log. */
export type YearEntry = LogEntry<YearAct, StaffId | null>;

/** Where a year's report stands. */
export const YEAR_STAGES = ['open', 'frozen', 'in-review', 'approved', 'published', 'corrected'] as const;
export type YearStage = (typeof YEAR_STAGES)[number];
export const YEAR_STAGE_LABEL = {
  open: '编制中',
  frozen: '数据已锁定',
  'in-review': '审签中',
  approved: '已审签，待公布',
  published: '已公布',
  corrected: '已更正公布',
} as const satisfies Record<YearStage, string>;

/** What may follow in each stage. */
export const YEAR_ACTS_OPEN_IN = {
  open: ['figures-proposed', 'proposal-declined', 'figures-entered', 'prose-written', 'frozen', 'correction-begun'],
  frozen: ['prose-written', 'thawed', 'finding-waived', 'submitted'],
  'in-review': ['returned', 'approved'],
  approved: ['returned', 'published'],
  published: ['correction-begun'],
  corrected: ['correction-begun'],
} as const satisfies Record<YearStage, readonly YearActKind[]>;
