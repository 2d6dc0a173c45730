import type { ActKind } from './publication-log.ts';

/** Where an item stands. The stages of a revision are those of its newest edition; the public one stays as it is meanwhile. */
export const STAGES = [
  'drafting',
  'withheld',
  'in-review',
  'approved',
  'scheduled',
  'public',
  'revising',
  'revision-in-review',
  'revision-approved',
  'withdrawn',
  'removed',
  'archived',
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_LABEL = {
  drafting: '起草中',
  withheld: '不主动公开',
  'in-review': '审核中',
  approved: '待发布',
  scheduled: '已定时',
  public: '已发布',
  revising: '已发布，修改稿起草中',
  'revision-in-review': '已发布，修改稿审核中',
  'revision-approved': '已发布，修改稿待发布',
  withdrawn: '已撤回',
  removed: '已删除',
  archived: '已归档',
} as const satisfies Record<Stage, string>;

const EDITING = ['edited', 'checked', 'finding-overridden', 'submitted', 'noted'] as const satisfies readonly ActKind[];
const REVIEWING = [
  'edited',
  'finding-overridden',
  'recalled',
  'secrecy-reviewed',
  'reviewed',
  'approved',
  'proofread',
  'returned',
  'noted',
] as const satisfies readonly ActKind[];
/** What may happen to what the public sees, whatever becomes of a revision. */
const WHILE_PUBLIC = [
  'withdrawn',
  'removed',
  'validity-changed',
  'emergency-reviewed',
  'addresses-verified',
  'publicity-ended',
] as const satisfies readonly ActKind[];

/** What may follow in each stage. A further stage does not compile until it is answered here; conditions stand in admit.ts. */
export const ACTS_OPEN_IN = {
  drafting: [...EDITING, 'attribute-set', 'emergency-published', 'taken-over'],
  withheld: ['edited', 'attribute-set', 'reassessed', 'archived', 'noted'],
  'in-review': [...REVIEWING, 'emergency-published'],
  approved: ['edited', 'proofread', 'returned', 'recalled', 'scheduled', 'published', 'noted'],
  scheduled: ['edited', 'unscheduled', 'published', 'noted'],
  public: [...WHILE_PUBLIC, 'edited', 'checked', 'finding-overridden', 'archived', 'noted'],
  revising: [...WHILE_PUBLIC, ...EDITING],
  'revision-in-review': [...WHILE_PUBLIC, ...REVIEWING],
  'revision-approved': [...WHILE_PUBLIC, 'edited', 'proofread', 'returned', 'recalled', 'corrected', 'noted'],
  withdrawn: [
    'reinstated',
    'removed',
    'validity-changed',
    'emergency-reviewed',
    'addresses-verified',
    'archived',
    'noted',
  ],
  removed: ['emergency-reviewed', 'addresses-verified', 'archived', 'noted'],
  archived: ['validity-changed', 'withdrawn', 'removed', 'addresses-verified', 'publicity-ended', 'noted'],
} as const satisfies Record<Stage, readonly ActKind[]>;

const OPEN_SETS: ReadonlyMap<Stage, ReadonlySet<ActKind>> = new Map(
  STAGES.map(stage => [stage, new Set<ActKind>(ACTS_OPEN_IN[stage])]),
);

/** Whether an act may follow in a stage, its own conditions aside. */
export function mayFollow(stage: Stage, kind: ActKind): boolean {
  return OPEN_SETS.get(stage)!.has(kind);
}
