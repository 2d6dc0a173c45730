import { editionFor } from '../../law/report-form/edition.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { isHeaderOfOtherEdition } from './computed/other-edition.ts';
import { enumerated } from './computed/enumeration.ts';

const NUMBER = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' } as const;

function wrongEdition({ year, edition }: { year: number; edition: ReportFacts['edition'] }): Found[] {
  const due = editionFor(year);
  if (due === null || due === edition) return [];
  return [
    {
      level: due === '2021' ? 'error' : 'warning',
      where: 'table2',
      quote: `${edition}年格式`,
      message: `${year}年的报告应当使用${due}年格式（${NUMBER[due]}），表格用的却是${edition}年格式`,
      suggestion: `改用${NUMBER[due]}的表格重新填报`,
      basis: { source: due === '2021' ? 'report-form-2021' : 'report-form-2019' },
    },
  ];
}

function mixedHeaders(labels: ReportFacts['labels'], edition: ReportFacts['edition']): Found[] {
  const foreign = labels.filter(isHeaderOfOtherEdition);
  if (foreign.length === 0) return [];
  const printed = [...new Set(foreign.map(label => label.printed))];
  return [
    {
      level: 'warning',
      where: 'table2',
      quote: printed[0]!,
      message: `第二部分表格混用了另一版格式的表头${enumerated(printed, '处')}，两版的统计口径不同`,
      suggestion: `全部改用${edition}年格式的表头，并按新口径核对数字`,
    },
  ];
}

/** A report for 2021 or later uses the form of 2021, those for 2019 and 2020 that of 2019; the two are not mixed. */
export const formEdition = defineAudit({
  id: 'form-edition',
  title: '表格用的是报告年度应当使用的格式',
  basis: { source: 'report-form-2021' },
  needs: ['year', 'edition', 'tables', 'labels'],
  audit: ({ year, edition, tables, labels }) => {
    if (tables.table2 === 'absent' && tables.table3 === 'absent')
      return notAssessable('没有读到表格，无法判断用的哪一版格式');
    const mixed = mixedHeaders(labels, edition);
    if (year === null)
      return mixed.length > 0 ? checked(mixed) : notAssessable('没有读到报告年份，无法判断应当用哪一版格式');
    if (editionFor(year) === null) return notApplicable(`${year}年还没有统一的年度报告格式`);
    return checked([...wrongEdition({ year, edition }), ...mixed]);
  },
});
