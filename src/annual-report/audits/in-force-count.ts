import type { CellPath } from '../../law/report-form/cells.ts';
import { valueAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { lineName } from './computed/cell-name.ts';

type Facts = Pick<ReportFacts, 'cells' | 'edition'>;

function tooFewInForce(facts: Facts, row: 'regulatoryRule' | 'normativeDocument'): Found[] {
  const path = (column: 'issued' | 'repealed' | 'inForce'): CellPath => `table2.${row}.${column}`;
  const [issued, repealed, inForce] = [
    valueAt(facts, path('issued')),
    valueAt(facts, path('repealed')),
    valueAt(facts, path('inForce')),
  ];
  if (issued === null || repealed === null || inForce === null || inForce >= issued - repealed) return [];
  return [
    {
      level: 'warning',
      where: path('inForce'),
      quote: String(inForce),
      message: `“${lineName(path('inForce'))}”本年制发${issued}件、废止${repealed}件，现行有效却只有${inForce}件`,
      suggestion: '现行有效应包括本年制发而未废止的文件，请核对',
      cells: [path('issued'), path('repealed'), path('inForce')],
    },
  ];
}

function tooFewDisclosed(facts: Facts, row: 'regulatoryRule' | 'normativeDocument'): Found[] {
  const path = (column: 'made' | 'disclosed' | 'total'): CellPath => `table2.${row}.${column}`;
  const [made, disclosed, total] = [
    valueAt(facts, path('made')),
    valueAt(facts, path('disclosed')),
    valueAt(facts, path('total')),
  ];
  if (made === null || disclosed === null || total === null) return [];
  const isShort = total < disclosed || (made > 0 && disclosed === 0 && total === 0);
  if (!isShort) return [];
  return [
    {
      level: 'warning',
      where: path('total'),
      quote: String(total),
      message: `“${lineName(path('total'))}”本年新制作${made}件、新公开${disclosed}件，对外公开总数却是${total}件`,
      suggestion: '对外公开总数不应少于本年新公开数，制作的文件应当公开，请核对',
      cells: [path('made'), path('disclosed'), path('total')],
    },
  ];
}

/** What was issued this year and not repealed is in force; what was newly disclosed is among all that is disclosed. */
export const inForceCount = defineAudit({
  id: 'in-force-count',
  title: '现行有效件数（对外公开总数）不少于本年新增',
  basis: { source: 'report-form-2021', part: '第二部分第二十条第（一）项表格' },
  needs: ['cells', 'edition', 'tables'],
  audit: facts => {
    if (facts.tables.table2 === 'absent') return notAssessable('没有读到第二部分的表格');
    const judge = facts.edition === '2021' ? tooFewInForce : tooFewDisclosed;
    return checked([...judge(facts, 'regulatoryRule'), ...judge(facts, 'normativeDocument')]);
  },
});
