import type { CellPath } from '../../law/report-form/cells.ts';
import { valueAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { cellName, lineName } from './computed/cell-name.ts';
import { findObstacle } from './computed/previous-year.ts';

const ROWS = ['regulatoryRule', 'normativeDocument'] as const;

function continuityOf(
  facts: Pick<ReportFacts, 'cells' | 'previous'>,
  row: (typeof ROWS)[number],
): Found | null | 'unread' {
  const path = (column: 'issued' | 'repealed' | 'inForce'): CellPath => `table2.${row}.${column}`;
  const before = valueAt(facts.previous, path('inForce'));
  const [issued, repealed, inForce] = [
    valueAt(facts, path('issued')),
    valueAt(facts, path('repealed')),
    valueAt(facts, path('inForce')),
  ];
  if (before === null || issued === null || repealed === null || inForce === null) return 'unread';
  const expected = before + issued - repealed;
  if (expected === inForce) return null;
  return {
    level: 'warning',
    where: path('inForce'),
    quote: `现行有效 ${inForce}`,
    message: `“${cellName(path('inForce'))}”为${inForce}，而上年现行有效${before}加本年制发${issued}减本年废止${repealed}等于${expected}`,
    suggestion: `请核对；如有宣布失效或有效期届满的${lineName(path('inForce'))}，差数可以成立，宜在报告中说明`,
    cells: [path('issued'), path('repealed'), path('inForce')],
  };
}

/** E6: what is in force = what was in force a year before + issued − repealed. Expiry may break it: a warning, not an error. */
export const inForceContinuity = defineAudit({
  id: 'in-force-continuity',
  title: '现行有效件数等于上年现行有效加本年制发减本年废止',
  basis: { source: 'report-form-2021', part: '第二部分第二十条第（一）项表格' },
  needs: ['cells', 'year', 'agency', 'edition', 'tables', 'previous'],
  audit: facts => {
    const obstacle = findObstacle(facts);
    if (obstacle !== undefined) return obstacle;
    if (facts.edition === '2019' || facts.previous.edition === '2019')
      return notApplicable('2019年格式没有“现行有效件数”，不能这样核对');
    if (facts.tables.table2 === 'absent' || facts.previous.tables.table2 === 'absent')
      return notAssessable('两年的报告中有一份没有读到第二部分的表格');
    const results = ROWS.map(row => continuityOf(facts, row));
    const found = results.filter(result => result !== null && result !== 'unread');
    const unread = ROWS.filter((_, index) => results[index] === 'unread');
    const names = unread.map(row => lineName(`table2.${row}.inForce`)).join('、');
    if (unread.length === ROWS.length) return notAssessable(`${names}的件数有没读到的，无法与上年核对`);
    return checked(found, unread.length === 0 ? [] : [`${names}的件数有没读到的，这一行未能与上年核对`]);
  },
});
