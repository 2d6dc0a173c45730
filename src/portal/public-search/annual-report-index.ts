import { listPublishedReports } from '../../annual-report/store/published-report.store.ts';
import { listAgencies } from '../../people/store/agency.register.store.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { REPORTS_COLUMN } from '../annual-reports/column.page.ts';
import { reportPath } from '../annual-reports/report-entry.ts';
import { hitWeight, LEAST_WEIGHT, tellingTerms } from './hit-weight.ts';
import type { PublicIndex } from './public-index.ts';

/** Annual reports by agency and year, and by what every one of them holds. */
const CONTENTS =
  '政府信息公开工作年度报告 年报 主动公开 依申请公开 行政复议 行政诉讼 规范性文件 行政许可 行政处罚 行政强制 事业性收费';

/** The published annual reports. */
export function annualReportIndex(queries: Queries): PublicIndex {
  return async (words, most) => {
    const terms = tellingTerms(words);
    if (terms.length === 0) return [];
    const names = new Map((await listAgencies(queries)).map(agency => [agency.code, agency.name]));
    return (await listPublishedReports(queries))
      .map(({ agency, year, publishedOn }) => {
        const name = names.get(agency) ?? agency;
        const title = `${name}${year}年政府信息公开工作年度报告`;
        return {
          title,
          href: reportPath({ agencyCode: agency, year }),
          kind: `${REPORTS_COLUMN.name} · ${name}`,
          publishedOn,
          weight: hitWeight(terms, `${title} ${CONTENTS}`),
        };
      })
      .filter(({ weight }) => weight >= LEAST_WEIGHT)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most);
  };
}
