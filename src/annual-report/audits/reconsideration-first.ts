import { OUTCOME_ROWS } from '../../law/report-form/table-three.ts';
import { valueAt } from '../rules/report.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';

/** The revised law on reconsideration is in force from 1 January 2024. */
const FIRST_YEAR = 2024;

/** From 2024 a refusal of Art. 14–16 goes to reconsideration first; a suit without it should not have been admitted. */
export const reconsiderationFirst = defineAudit({
  id: 'reconsideration-first',
  title: '不予公开的案件先复议、后诉讼',
  basis: { source: 'reconsideration', article: 23 },
  needs: ['cells', 'edition', 'year', 'tables'],
  audit: facts => {
    if (facts.year !== null && facts.year < FIRST_YEAR) return notApplicable('不予公开复议前置自2024年1月1日起施行');
    if (facts.year === null || facts.tables.table3 === 'absent' || facts.tables.table4 === 'absent')
      return notAssessable('没有读到报告年份或第三、四部分的表格');
    const path = 'table4.litigationDirect.total';
    const direct = valueAt(facts, path) ?? 0;
    // 行政查询事项 rests on Art. 36(7), not on Art. 14–16: a suit against it may be direct.
    const withheld = OUTCOME_ROWS[facts.edition]
      .filter(row => (row.startsWith('withheld.') && row !== 'withheld.registry-inquiry') || row === 'partly-granted')
      .reduce((sum, row) => sum + (valueAt(facts, `table3.${row}.total`) ?? 0), 0);
    if (direct === 0 || withheld === 0) return checked([]);
    return checked([
      {
        level: 'notice',
        where: path,
        quote: String(direct),
        message: `未经复议直接起诉有${direct}件，本年又有不予公开或部分公开${withheld}件；对不予公开不服的，自2024年起应当先申请复议`,
        suggestion: '请核对这些案件起诉的是哪类答复；经过复议的，计入“复议后起诉”',
        cells: [path],
      },
    ]);
  },
});
