import { assertNever } from '../../kernel/assert-never.ts';
import { REGULATORY_RULE_CELLS } from './computed/regulatory-rule.ts';
import { valueAt } from '../rules/report.ts';
import type { Found, Verdict } from './audit.ts';
import { checked, defineAudit, notAssessable } from './audit.ts';
import { agencyRankOf } from './computed/agency-rank.ts';
import type { AgencyRank } from './computed/agency-rank.ts';
import { cellName } from './computed/cell-name.ts';

/** How sure it is that the body cannot make rules (规章); null where it may. */
function doubtOf({ level, kind }: AgencyRank): { readonly level: Found['level']; readonly why: string } | null {
  switch (level) {
    case 'township':
      return { level: 'error', why: '乡镇政府、街道办事处没有规章制定权' };
    case 'county':
      return kind === 'department'
        ? { level: 'error', why: '县级政府部门没有规章制定权' }
        : { level: kind === 'unknown' ? 'warning' : 'error', why: '县级人民政府没有规章制定权' };
    case 'zone':
      return kind === 'department'
        ? { level: 'error', why: '开发区、新区的工作部门没有规章制定权' }
        : { level: 'warning', why: '开发区、新区的管理机构没有规章制定权' };
    case 'city':
    case 'provincial':
      return kind === 'department'
        ? { level: 'warning', why: '地方政府的工作部门没有规章制定权，只有省级和设区的市级人民政府可以制定规章' }
        : null;
    case 'national':
      return null;
    case 'unknown':
      return kind === 'unknown' || kind === 'government'
        ? null
        : { level: 'notice', why: '只有国务院部门、省级和设区的市级人民政府可以制定规章' };
  }
  return assertNever(level);
}

/** Rules (规章) are made by departments of the State Council and by governments of provinces and of cities with districts alone. */
export const ruleMakingPower = defineAudit({
  id: 'rule-making-power',
  title: '没有规章制定权的机关没有填报规章',
  basis: { source: 'legislation', part: '关于部门规章、地方政府规章制定主体的规定' },
  needs: ['cells', 'edition', 'agency', 'tables'],
  audit: (facts): Verdict => {
    if (facts.tables.table2 === 'absent') return notAssessable('没有读到第二部分的表格');
    const counted = REGULATORY_RULE_CELLS[facts.edition].filter(({ path }) => (valueAt(facts, path) ?? 0) > 0);
    if (counted.length === 0) return checked([]);
    if (facts.agency === null) return notAssessable('表二填报了规章，但没有读到机关名称，无法判断有无规章制定权');
    const doubt = doubtOf(agencyRankOf(facts.agency));
    if (doubt === null) return checked([]);
    const { path } = counted[0]!;
    const values = counted.map(({ path }) => `${cellName(path)}${String(valueAt(facts, path))}`).join('、');
    // In the form of 2019 two columns count what is disclosed, which may be the rules of others.
    const level = doubt.level === 'error' && !counted.some(({ own }) => own) ? 'warning' : doubt.level;
    return checked([
      {
        level,
        where: path,
        quote: String(valueAt(facts, path)),
        message: `“${facts.agency}”填报了规章（${values}），而${doubt.why}`,
        suggestion: '内部规章制度不是规章；本行应填0，属于行政规范性文件的计入下一行',
        cells: counted.map(({ path }) => path),
      },
    ]);
  },
});
