import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { repetitionOf } from '../rules/repetition.ts';
import { findObstacle } from './computed/previous-year.ts';
import { placeOfSection } from './computed/section-place.ts';
import { SECTION_NAME } from '../../law/report-form/sections.ts';

/** Shorter texts repeat by chance. */
const MIN_LENGTH = 60;
/**
 * Offices describe the same duties every year, so that half of a text recurs without anyone copying; four fifths do not.
 * Problems (section five) are those of one year: there a lower share already says that last year's were written off.
 */
const THRESHOLDS = {
  '1': { warning: 0.8, notice: 0.6 },
  '5': { warning: 0.6, notice: 0.4 },
  '6': { warning: 0.8, notice: 0.6 },
} as const;
const MAX_QUOTE = 60;

/** How much of the prose is last year's. */
export const repetition = defineAudit({
  id: 'repetition',
  title: '文字不是照抄上年报告',
  basis: { source: 'disclosure', article: 50 },
  needs: ['sections', 'year', 'agency', 'previous'],
  audit: facts => {
    const obstacle = findObstacle(facts);
    if (obstacle !== undefined) return obstacle;
    const earlier = (['1', '5', '6'] as const).map(section => facts.previous.sections[section] ?? '').join('\n');
    const sections = (['1', '5', '6'] as const).filter(section => (facts.sections[section] ?? '') !== '');
    if (earlier.trim() === '' || sections.length === 0) return notAssessable('两年的报告中有一份没有读到文字部分');
    return checked(
      sections.flatMap((section): Found[] => {
        const { length, share, longest } = repetitionOf(facts.sections[section] ?? '', earlier);
        const { warning, notice } = THRESHOLDS[section];
        if (length < MIN_LENGTH || share < notice) return [];
        return [
          {
            level: share >= warning ? 'warning' : 'notice',
            where: placeOfSection(section),
            quote: longest.length > MAX_QUOTE ? `${longest.slice(0, MAX_QUOTE)}…` : longest,
            message: `${SECTION_NAME[section]}有${Math.round(share * 100)}%的文字与上年报告相同（数字和法定套话不计）`,
            suggestion: section === '5' ? '写本年的问题，并说明上年问题改得怎样' : '写本年的工作和数据，不照抄上年文字',
          },
        ];
      }),
    );
  },
});
