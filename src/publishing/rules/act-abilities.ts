import type { Ability } from '../../people/rules/ability.ts';
import { GATES_OF_SECRECY } from './gates/gate.ts';
import type { Act, ActKind, ReviewStep } from './publication-log.ts';

/** What an officer must be allowed to for each act; null where no officer does it. */
export const ABILITY_FOR = {
  drafted: 'draft-item',
  edited: 'draft-item',
  'attribute-set': 'draft-item',
  checked: 'draft-item',
  'finding-overridden': 'draft-item',
  submitted: 'draft-item',
  recalled: 'draft-item',
  'secrecy-reviewed': 'review-secrecy',
  reviewed: 'review-item',
  approved: 'approve-item',
  proofread: 'proofread-item',
  returned: 'review-item',
  scheduled: 'publish-item',
  unscheduled: 'publish-item',
  published: 'publish-item',
  corrected: 'publish-item',
  'emergency-published': 'publish-item',
  'taken-over': null,
  'emergency-reviewed': 'approve-item',
  withdrawn: 'withdraw-item',
  reinstated: 'withdraw-item',
  removed: 'withdraw-item',
  archived: 'publish-item',
  'validity-changed': 'publish-item',
  reassessed: 'review-secrecy',
  noted: 'proofread-item',
  'addresses-verified': 'proofread-item',
  'publicity-ended': null,
} as const satisfies Record<ActKind, Ability | null>;

/** What it takes to pass an edition at a step, or to return it there. */
export const ABILITY_FOR_STEP = {
  secrecy: 'review-secrecy',
  first: 'review-item',
  second: 'review-item',
  final: 'approve-item',
} as const satisfies Record<ReviewStep, Ability>;

/** What an act takes: to return is for those who may pass the step, to let a finding of secrecy stand is not the drafter's. */
export function abilityFor(act: Act): Ability | null {
  if (act.kind === 'returned') return ABILITY_FOR_STEP[act.step];
  if (act.kind === 'finding-overridden' && GATES_OF_SECRECY.includes(act.gate)) return 'review-secrecy';
  return ABILITY_FOR[act.kind];
}
