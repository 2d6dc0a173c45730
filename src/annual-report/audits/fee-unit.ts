import { cellAt } from '../rules/report.ts';
import { checked, defineAudit, notApplicable, notAssessable } from './audit.ts';
import { agencyRankOf } from './computed/agency-rank.ts';

/** A whole number of this size in 万元 is 亿 in yuan: not what one office of a county or a town charges in a year. */
const TOO_MUCH_FOR_A_COUNTY_OFFICE = 10_000;
const TOO_MUCH_FOR_ANYONE = 10_000_000;

/** The fee of table two is in 万元; a sum in 元 written there is ten thousand times too large. */
export const feeUnit = defineAudit({
  id: 'fee-unit',
  title: '行政事业性收费金额的单位是万元',
  basis: { source: 'report-form-2021', part: '第二部分第二十条第（八）项表格' },
  needs: ['cells', 'edition', 'agency', 'tables'],
  audit: facts => {
    if (facts.edition === '2019') return notApplicable('2019年格式不填收费金额');
    if (facts.tables.table2 === 'absent') return notAssessable('没有读到第二部分的表格');
    const path = 'table2.administrativeFee.amountWan';
    const { value, raw } = cellAt(facts, path);
    if (value === null) return notAssessable('没有读到行政事业性收费金额');
    const { level, kind } = agencyRankOf(facts.agency ?? '');
    const isSmall = level === 'township' || ((level === 'county' || level === 'zone') && kind !== 'government');
    const limit = isSmall ? TOO_MUCH_FOR_A_COUNTY_OFFICE : TOO_MUCH_FOR_ANYONE;
    const inYuan = /\d\s*元/u.test(raw);
    if (!inYuan && !(value >= limit && Number.isInteger(value))) return checked([]);
    return checked([
      {
        level: inYuan ? 'warning' : 'notice',
        where: path,
        quote: raw,
        message: inYuan
          ? `收费金额写的是“${raw.trim()}”，这一栏的单位是万元`
          : `收费金额为${raw.trim()}万元，数额异常大，可能误以元为单位`,
        suggestion: inYuan ? '换算成万元，只填数字' : `请核对；如果是元，应填${value / 10_000}`,
        cells: [path],
      },
    ]);
  },
});
