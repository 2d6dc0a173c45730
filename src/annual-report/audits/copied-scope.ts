import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { agencyRankOf } from './computed/agency-rank.ts';
import { listProse } from './computed/section-place.ts';

/** To lead the work of a whole province or of the country is not the office of an agency below it. */
const LEADS =
  /(?:组织|推动|推进|指导|监督|协调|统筹|负责)(?:、?(?:组织|推动|推进|指导|监督|协调|统筹|开展|做好))*全(?:省|国|自治区)(?:的|各级)?(?:政府信息公开|政务公开|信息公开)/gu;

/** An agency below the province does not claim to lead the work of the province: copied from the provincial report. */
export const copiedScope = defineAudit({
  id: 'copied-scope',
  title: '没有把上级机关的职责写成自己的工作',
  basis: { source: 'disclosure', article: 3 },
  needs: ['agency', 'sections'],
  audit: ({ agency, sections }) => {
    const prose = listProse(sections);
    if (agency === null || prose.length === 0) return notAssessable('没有读到机关名称或文字部分');
    const { level } = agencyRankOf(agency);
    if (level === 'provincial' || level === 'national' || level === 'unknown') return checked([]);
    return checked(
      prose.flatMap(({ text, where }) =>
        [...text.matchAll(LEADS)].map(({ 0: quote, index }): Found => ({
          level: 'warning',
          where,
          quote,
          message: `“${agency}”写了“${quote}”，这是省级以上机关的职责，可能照抄了上级的文本`,
          suggestion: '改写为本机关自己的工作',
          span: { start: index, end: index + quote.length },
        })),
      ),
    );
  },
});
