import { foundBy } from './computed/proofread.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';

/** Wrong, dropped, doubled and exchanged characters, former names: what `gongkai check` finds in any text. */
export const wording = defineAudit({
  id: 'wording',
  title: '没有错别字、漏字、多字和不规范表述',
  basis: { source: 'language' },
  needs: ['title', 'sections', 'proofreading'],
  audit: ({ title, sections, proofreading }) => {
    if (title === null && Object.values(sections).every(text => text === null))
      return notAssessable('没有读到标题和文字部分');
    return checked(foundBy('wording', proofreading));
  },
});
