import { foundBy } from './computed/proofread.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';

/** Personal data in the prose, official contacts excepted: what `gongkai check` finds in any text. */
export const privateData = defineAudit({
  id: 'private-data',
  title: '没有公开个人隐私信息',
  basis: { source: 'personal-information' },
  needs: ['title', 'sections', 'proofreading'],
  audit: ({ title, sections, proofreading }) => {
    if (title === null && Object.values(sections).every(text => text === null))
      return notAssessable('没有读到标题和文字部分');
    return checked(foundBy('private-data', proofreading));
  },
});
