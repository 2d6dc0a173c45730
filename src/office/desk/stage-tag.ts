import { STAGE_LABEL } from '../../applications/rules/stage.ts';
import type { Stage } from '../../applications/rules/stage.ts';
import type { Html } from '../../views/html/html.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';

const STAGE_TONE = {
  'awaiting-confirmation': 'warning',
  'in-hand': 'active',
  'awaiting-clarification': 'plain',
  'awaiting-reasons': 'plain',
  'awaiting-payment': 'plain',
  'in-approval': 'active',
  'awaiting-delivery': 'active',
  settled: 'good',
  archived: 'plain',
  split: 'plain',
} as const satisfies Record<Stage, Tone>;

/** The stage of a file as a word. */
export const stageTag = (stage: Stage): Html => tag(STAGE_LABEL[stage], STAGE_TONE[stage]);
