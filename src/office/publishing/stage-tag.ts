import { STAGE_LABEL } from '../../publishing/rules/stage.ts';
import type { Stage } from '../../publishing/rules/stage.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';

const STAGE_TONE = {
  drafting: 'plain',
  withheld: 'plain',
  'in-review': 'active',
  approved: 'active',
  scheduled: 'active',
  public: 'good',
  revising: 'good',
  'revision-in-review': 'good',
  'revision-approved': 'good',
  withdrawn: 'warning',
  removed: 'warning',
  archived: 'plain',
} as const satisfies Record<Stage, Tone>;

/** The stage of an item as a word. */
export const itemStageTag = (stage: Stage): Html => tag(STAGE_LABEL[stage], STAGE_TONE[stage]);
