import { checked, defineAudit, notAssessable } from './audit.ts';

/** The form: section one has in principle no more than 1000 characters. */
const MAX_LENGTH = 1000;

/** Section one is in principle no longer than 1000 characters. */
export const overviewLength = defineAudit({
  id: 'overview-length',
  title: '总体情况原则上不超过1000字',
  basis: { source: 'report-form-2021', part: '第一部分' },
  needs: ['sections'],
  audit: ({ sections }) => {
    const one = sections['1'];
    if (one === null) return notAssessable('没有读到第一部分');
    const { length } = one.replaceAll(/\s/gu, '');
    if (length <= MAX_LENGTH) return checked([]);
    return checked([
      {
        level: 'notice',
        where: 'section1',
        quote: `${length}字`,
        message: `总体情况有${length}字，格式要求原则上不超过${MAX_LENGTH}字`,
        suggestion: '精简文字，保留事实和数据',
      },
    ]);
  },
});
