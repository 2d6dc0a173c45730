import { SUBMISSION_STATE_LABEL } from '../../annual-report/rules/collection/collected-report.ts';
import type { SubmissionState } from '../../annual-report/rules/collection/collected-report.ts';
import type { FindingCounts } from '../../annual-report/rules/collection/finding-counts.ts';
import { LEVELS } from '../../proofreading/finding.ts';
import type { Html } from '../../views/html/html.ts';
import { LEVEL_NAME } from '../../views/level-badge/level-badge.ts';
import { tag } from '../../views/tag/tag.ts';
import type { Tone } from '../../views/tag/tag.ts';

export const STATE_TONE = {
  missing: 'plain',
  submitted: 'active',
  returned: 'warning',
  accepted: 'good',
  published: 'good',
} as const satisfies Record<SubmissionState, Tone>;

export const stateTag = (state: SubmissionState): Html => tag(SUBMISSION_STATE_LABEL[state], STATE_TONE[state]);

/** How many findings of each level, in words; those of which there is none are left out. */
export function countsText(counts: FindingCounts | null): string {
  if (counts === null) return '';
  const some = LEVELS.filter(level => counts[level] > 0).map(level => `${LEVEL_NAME[level]} ${counts[level]}`);
  return some.length === 0 ? '没有问题' : some.join('，');
}
