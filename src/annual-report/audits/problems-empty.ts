import { checked, defineAudit, notAssessable } from './audit.ts';

const MIN_LENGTH = 20;
const NO_PROBLEM = /^(?:无|没有|暂无|不存在(?:问题)?|无问题)[。.]?$/u;

/** Section five is concrete: which problems there are, and how those of last year were mended. */
export const problemsEmpty = defineAudit({
  id: 'problems-empty',
  title: '第五部分写明了问题和改进情况',
  basis: { source: 'disclosure', article: 50 },
  needs: ['sections'],
  audit: ({ sections }) => {
    const five = sections['5'];
    if (five === null) return notAssessable('没有读到第五部分');
    const text = five.replaceAll(/\s/gu, '');
    if (text.length >= MIN_LENGTH && !NO_PROBLEM.test(text)) return checked([]);
    return checked([
      {
        level: 'warning',
        where: 'section5',
        quote: text === '' ? '（空白）' : text,
        message: text === '' ? '第五部分没有内容' : `第五部分只写了“${text}”，没有说明存在的主要问题和改进情况`,
        suggestion: '实事求是写明本年的主要问题、改进措施，以及上年所列问题的整改结果',
      },
    ]);
  },
});
