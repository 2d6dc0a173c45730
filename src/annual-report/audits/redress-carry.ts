import type { RedressGroup } from '../../law/report-form/table-four.ts';
import { REDRESS_GROUP_LABEL, REDRESS_GROUPS } from '../../law/report-form/table-four.ts';
import { valueAt } from '../rules/report.ts';
import type { Found, ReportFacts } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { findObstacle } from './computed/previous-year.ts';

function shortfallOf(facts: Pick<ReportFacts, 'cells' | 'previous'>, group: RedressGroup): Found[] | 'unread' {
  const total = valueAt(facts, `table4.${group}.total`);
  const pending = valueAt(facts.previous, `table4.${group}.pending`);
  if (total === null || pending === null) return 'unread';
  if (total >= pending) return [];
  const name = REDRESS_GROUP_LABEL[group];
  return [
    {
      level: 'warning',
      where: `table4.${group}.total`,
      quote: `总计 ${total}`,
      message: `“${name}”上年报告有${pending}件尚未审结，今年总计却只有${total}件，上年未审结的案件应在今年继续统计`,
      suggestion: '请把上年未审结案件今年的结果（或仍未审结）计入本表',
      cells: [`table4.${group}.total`],
    },
  ];
}

/** E9: a case that was pending a year before appears again, with its result or as pending still. */
export const redressCarry = defineAudit({
  id: 'redress-carry',
  title: '上年尚未审结的复议诉讼案件在今年继续统计',
  basis: { source: 'report-form-2021', part: '第四部分表格' },
  needs: ['cells', 'year', 'agency', 'tables', 'previous'],
  audit: facts => {
    const obstacle = findObstacle(facts);
    if (obstacle !== undefined) return obstacle;
    if (facts.tables.table4 === 'absent' || facts.previous.tables.table4 === 'absent')
      return notAssessable('两年的报告中有一份没有读到第四部分的表格');
    const results = REDRESS_GROUPS.map(group => shortfallOf(facts, group));
    const unread = REDRESS_GROUPS.filter((_, index) => results[index] === 'unread');
    const names = unread.map(group => REDRESS_GROUP_LABEL[group]).join('、');
    if (unread.length === REDRESS_GROUPS.length) return notAssessable('总计或上年的尚未审结没有读到，无法核对');
    return checked(
      results.filter(result => result !== 'unread').flat(),
      unread.length === 0 ? [] : [`“${names}”的总计或上年的尚未审结没有读到，未能核对`],
    );
  },
});
