import type { ReportFacts, Verdict } from '../audit.ts';
import { notApplicable, notAssessable } from '../audit.ts';
import { isSameAgency } from './agency-rank.ts';

/** Why the earlier report cannot be held against this one; undefined when it is the same agency's report for the year before. */
export function findObstacle({
  year,
  agency,
  previous,
}: Pick<ReportFacts, 'year' | 'agency' | 'previous'>): Verdict | undefined {
  if (year === null) return notAssessable('没有读到本报告的年份，不能确定哪一份是上一年度的报告');
  if (previous.year === null) return notAssessable('没有读到所给上年报告的年份，不能确认它是上一年度的报告');
  if (previous.year !== year - 1)
    return notApplicable(`所给的是${previous.year}年报告，不是${year - 1}年报告，不能跨年核对`);
  if (agency !== null && previous.agency !== null && !isSameAgency(agency, previous.agency))
    return notApplicable(`所给的是“${previous.agency}”的报告，与“${agency}”不是同一机关`);
  return undefined;
}
