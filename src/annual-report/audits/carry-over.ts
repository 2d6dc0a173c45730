import { APPLICANT_COLUMN_LABEL, APPLICANT_COLUMNS } from '../../law/report-form/table-three.ts';
import type { ApplicantColumn } from '../../law/report-form/table-three.ts';
import { cellAt } from '../rules/report.ts';
import type { AnnualReport } from '../rules/report.ts';
import type { Found } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { findObstacle } from './computed/previous-year.ts';

type Cells = Pick<AnnualReport, 'cells'>;
type Read = { readonly value: number; readonly blank: boolean };

function findRead(report: Cells, row: 'carried-in' | 'carried-out', column: ApplicantColumn): Read | undefined {
  const { kind, value } = cellAt(report, `table3.${row}.${column}`);
  if (value !== null) return { value, blank: false };
  return kind === 'blank' || kind === 'dash' ? { value: 0, blank: true } : undefined;
}

function differenceIn(column: ApplicantColumn, now: Read, before: Read): Found[] {
  if (now.value === before.value) return [];
  const name = APPLICANT_COLUMN_LABEL[column];
  return [
    {
      level: now.blank || before.blank ? 'warning' : 'error',
      where: `table3.carried-in.${column}`,
      quote: `上年结转 ${now.value}`,
      message: `“${name}”一列上年结转${now.value}件，而上年报告的结转下年度继续办理是${before.value}件`,
      suggestion: `应为${before.value}；确因机构调整或上年报告更正而不同的，请在第六部分说明`,
      cells: [`table3.carried-in.${column}`],
    },
  ];
}

/** E4: what last year carried out, this year carries in, in every column. */
export const carryOver = defineAudit({
  id: 'carry-over',
  title: '本年的上年结转等于上年报告的结转下年度继续办理',
  basis: { source: 'report-form-2021', part: '第三部分表格' },
  needs: ['cells', 'year', 'agency', 'tables', 'previous'],
  audit: facts => {
    const obstacle = findObstacle(facts);
    if (obstacle !== undefined) return obstacle;
    const { previous } = facts;
    if (facts.tables.table3 === 'absent' || previous.tables.table3 === 'absent')
      return notAssessable('两年的报告中有一份没有读到第三部分的表格');
    const columns = APPLICANT_COLUMNS.map(column => ({
      column,
      now: findRead(facts, 'carried-in', column),
      before: findRead(previous, 'carried-out', column),
    }));
    const unread = columns.filter(({ now, before }) => now === undefined || before === undefined);
    const found = columns.flatMap(({ column, now, before }) =>
      now === undefined || before === undefined ? [] : differenceIn(column, now, before),
    );
    if (unread.length === columns.length) return notAssessable('结转一行没有读准，无法与上年核对');
    return checked(found, unread.length === 0 ? [] : [`结转一行有${unread.length}列没有读准，未能与上年核对`]);
  },
});
