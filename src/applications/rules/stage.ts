import type { ActKind } from './application-log.ts';

/** Where an application stands (§5.1). Consultation and extension are no stages: they run beside the work. */
export const STAGES = [
  'awaiting-confirmation',
  'in-hand',
  'awaiting-clarification',
  'awaiting-reasons',
  'awaiting-payment',
  'in-approval',
  'awaiting-delivery',
  'settled',
  'archived',
  'split',
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_LABEL = {
  'awaiting-confirmation': '待确认',
  'in-hand': '办理中',
  'awaiting-clarification': '待补正',
  'awaiting-reasons': '待说明理由',
  'awaiting-payment': '待缴费',
  'in-approval': '审签中',
  'awaiting-delivery': '待送达',
  settled: '已办结',
  archived: '已归档',
  split: '已拆分',
} as const satisfies Record<Stage, string>;

/** Stages in which an answer is still owed. A split file owes none: its parts do. */
export const OPEN_STAGES = [
  'awaiting-confirmation',
  'in-hand',
  'awaiting-clarification',
  'awaiting-reasons',
  'awaiting-payment',
  'in-approval',
  'awaiting-delivery',
] as const satisfies readonly Stage[];

const isIn = (stages: readonly Stage[]) => {
  const set = new Set(stages);
  return (stage: Stage) => set.has(stage);
};
/** Whether an answer is still owed. */
export const isOpen = isIn(OPEN_STAGES);

/** What may be done to any file, whatever its stage. */
const ALWAYS = ['noted', 'linked'] as const satisfies readonly ActKind[];
/** What may happen to any file that is still open. */
const WHILE_OPEN = [
  ...ALWAYS,
  'assigned',
  'contact-attempted',
  'intake-corrected',
  'withdrawn',
  'merged',
  'closed-otherwise',
] as const satisfies readonly ActKind[];
/** Letters are drafted, reviewed and sent beside everything else. */
const LETTERS = [
  'letter-drafted',
  'letter-submitted',
  'letter-passed',
  'letter-returned',
  'letter-withdrawn',
  'letter-signed',
  'letter-dispatched',
  'letter-delivered',
  'letter-bounced',
] as const satisfies readonly ActKind[];
const CONSULTATION = [
  'third-party-consulted',
  'agency-consulted',
  'consultation-delivered',
  'third-party-answered',
  'agency-answered',
] as const satisfies readonly ActKind[];
const SEARCH = ['search-asked', 'search-answered'] as const satisfies readonly ActKind[];
const EXTENSION = [
  'extension-asked',
  'extension-refused',
  'extension-approved',
  'extended',
] as const satisfies readonly ActKind[];

/** What may follow in each stage. A further stage does not compile until it is answered here; the conditions of each act stand in admit.ts. */
export const ACTS_OPEN_IN = {
  'awaiting-confirmation': [...WHILE_OPEN, 'receipt-confirmed', 'split'],
  'in-hand': [
    ...WHILE_OPEN,
    ...LETTERS,
    ...CONSULTATION,
    ...SEARCH,
    ...EXTENSION,
    'clarification-requested',
    'reasons-demanded',
    'deferred',
    'fee-noticed',
    'fee-waived',
    'replied',
    'split',
  ],
  'awaiting-clarification': [
    ...WHILE_OPEN,
    ...LETTERS,
    'clarification-notice-delivered',
    'clarification-prolonged',
    'clarification-received',
    'clarification-lapsed',
  ],
  'awaiting-reasons': [...WHILE_OPEN, ...LETTERS, ...CONSULTATION, ...SEARCH, ...EXTENSION, 'reasons-received'],
  'awaiting-payment': [...WHILE_OPEN, ...LETTERS, 'fee-notice-delivered', 'fee-paid', 'fee-waived', 'fee-lapsed'],
  'in-approval': [...WHILE_OPEN, ...LETTERS, ...CONSULTATION, ...SEARCH, ...EXTENSION],
  'awaiting-delivery': [...WHILE_OPEN, ...LETTERS, ...CONSULTATION, ...EXTENSION, 'replied'],
  settled: [...ALWAYS, ...LETTERS, 'fee-refunded', 'archived', 'reply-ordered', 'promoted', 'satisfaction-given'],
  archived: [
    ...ALWAYS,
    'letter-delivered',
    'letter-bounced',
    'fee-refunded',
    'reply-ordered',
    'promoted',
    'satisfaction-given',
  ],
  split: [...ALWAYS, 'archived'],
} as const satisfies Record<Stage, readonly ActKind[]>;

const OPEN_SETS: ReadonlyMap<Stage, ReadonlySet<ActKind>> = new Map(
  STAGES.map(stage => [stage, new Set<ActKind>(ACTS_OPEN_IN[stage])]),
);

/** Whether an act may follow in a stage, its own conditions aside. */
export function mayFollow(stage: Stage, kind: ActKind): boolean {
  return OPEN_SETS.get(stage)!.has(kind);
}
