import type { CellPath } from '../../../law/report-form/cells.ts';
import { OUTCOME_ROWS_2021 } from '../../../law/report-form/table-three.ts';
import { valueAt } from '../report.ts';
import type { AnnualReport } from '../report.ts';
import type { DistrictAggregate } from './district-aggregate.ts';

/** What the draft needs to know of the area besides the sum. */
export type DistrictFacts = { readonly government: string; readonly office: string; readonly year: number };

/** A figure of the sum in words; a cell without a sum is a gap that a person has to fill. */
const figure = (report: AnnualReport, path: CellPath): string => {
  const value = valueAt(report, path);
  return value === null ? '【核对后填写】' : String(value);
};

function outcomes(report: AnnualReport): string {
  const groupOf = (group: string) =>
    OUTCOME_ROWS_2021.filter(row => row.startsWith(`${group}.`)).reduce<number | null>((sum, row) => {
      const value = valueAt(report, `table3.${row}.total`);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const parts: readonly (readonly [string, number | null])[] = [
    ['予以公开', valueAt(report, 'table3.granted.total')],
    ['部分公开', valueAt(report, 'table3.partly-granted.total')],
    ['不予公开', groupOf('withheld')],
    ['无法提供', groupOf('unavailable')],
    ['不予处理', groupOf('declined')],
    ['其他处理', groupOf('closed')],
  ];
  return parts.map(([name, value]) => `${name}${value === null ? '【核对后填写】' : value}件`).join('，');
}

/**
 * The draft of the area's own report: the sum of its agencies' reports as tables, and prose that says what the sum says. What only a
 * person can say stands in 【】, which an audit finds: among it 工作考核、社会评议、责任追究, which the report of a government must tell.
 */
export function draftDistrictReport(aggregate: DistrictAggregate, facts: DistrictFacts): AnnualReport {
  const { report, parts } = aggregate;
  const { government, office, year } = facts;
  const of = (path: CellPath) => figure(report, path);
  const sections: AnnualReport['sections'] = {
    preface: `本报告依据《中华人民共和国政府信息公开条例》和年度报告格式的规定，由${office}汇总${government}所属各机关的年度报告编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    '1': [
      '（一）主动公开',
      `${year}年，各机关制发行政规范性文件${of('table2.normativeDocument.issued')}件，废止${of('table2.normativeDocument.repealed')}件，年末现行有效${of('table2.normativeDocument.inForce')}件。【写明重点领域信息公开、政策解读和回应关切的情况】`,
      '（二）依申请公开',
      `全年新收政府信息公开申请${of('table3.new.total')}件，上年结转${of('table3.carried-in.total')}件；办结${of('table3.settled.total')}件，结转下年度继续办理${of('table3.carried-out.total')}件。办理结果为：${outcomes(report)}。因政府信息公开工作被申请行政复议${of('table4.reconsideration.total')}件。`,
      '（三）政府信息管理',
      '【写明公开属性认定、发布审查、规范性文件管理的情况】',
      '（四）政府信息公开平台建设',
      '【写明政府网站、政务新媒体、政府公报和公开专区的情况】',
      '（五）监督保障',
      `工作考核：【写明政务公开纳入考核的分值、考核的结果】社会评议：【写明开展社会评议的方式和结果】责任追究：【写明责任追究的情况，没有的写明没有】`,
    ].join('\n'),
    '2': '',
    '3': '',
    '4': '',
    '5': '【写明主要问题，以及上一年度问题的整改结果】【写明改进措施】',
    '6': '【写明各机关收取信息处理费的情况：发出收费通知的件数、总金额和实际收取的总金额】【写明其他需要报告的事项】',
  };
  const missing = aggregate.uncounted.map(({ name }) => name);
  const notes = [
    { kind: 'aggregate', message: `由 ${parts.length} 个机关的年度报告汇总` },
    ...(missing.length === 0 ? [] : [{ kind: 'aggregate', message: `没有计入：${missing.join('、')}` }]),
  ];
  return { ...report, title: `${government}${year}年政府信息公开工作年度报告`, agency: government, sections, notes };
}
