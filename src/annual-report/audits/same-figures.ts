import { valueAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { FORM_ROWS } from './computed/form-rows.ts';
import { findObstacle } from './computed/previous-year.ts';

/**
 * So many figures other than 0 do not recur by chance. One application answered gives six of them in table three, year after
 * year; table four is left out, for a few cases fill it alike every year.
 */
const MIN_FIGURES = { table2: 4, table3: 10 } as const;
type LargeTable = keyof typeof MIN_FIGURES;

function sameIn(facts: Pick<ReportFacts, 'cells' | 'edition' | 'previous'>, table: LargeTable): Found[] {
  const cells = FORM_ROWS[facts.edition][table].flat();
  const pairs = cells.map(({ path }) => [valueAt(facts, path), valueAt(facts.previous, path)] as const);
  const figures = pairs.filter(([now]) => (now ?? 0) !== 0).length;
  if (figures < MIN_FIGURES[table] || pairs.some(([now, before]) => now !== before)) return [];
  const name = { table2: '第二部分', table3: '第三部分' }[table];
  return [
    {
      level: 'warning',
      where: table,
      quote: `${figures}个非零数字`,
      message: `${name}表格的${figures}个非零数字与上年报告完全相同，可能沿用了上年的表`,
      suggestion: '请按本年台账重新核对整张表',
    },
  ];
}

/** A whole table that equals last year's is last year's table. */
export const sameFigures = defineAudit({
  id: 'same-figures',
  title: '表格不是沿用上年的数字',
  basis: { source: 'disclosure', article: 50 },
  needs: ['cells', 'edition', 'year', 'agency', 'tables', 'previous'],
  audit: facts => {
    const obstacle = findObstacle(facts);
    if (obstacle !== undefined) return obstacle;
    if (facts.edition !== facts.previous.edition) return notApplicable('两年的报告用的不是同一版格式');
    const tables = (['table2', 'table3'] as const).filter(
      table => facts.tables[table] === 'found' && facts.previous.tables[table] === 'found',
    );
    if (tables.length === 0) return notAssessable('两年的报告没有可以对照的表格');
    return checked(tables.flatMap(table => sameIn(facts, table)));
  },
});
