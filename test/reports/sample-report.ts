import type { CellPath } from '../../src/law/report-form/cells.ts';
import type { Edition } from '../../src/law/report-form/edition.ts';
import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import type { NumberedSection } from '../../src/law/report-form/sections.ts';
import { REDRESS_COLUMNS } from '../../src/law/report-form/table-four.ts';
import { APPLICANT_COLUMNS } from '../../src/law/report-form/table-three.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';
import { cellsFor } from '../../src/annual-report/rules/report.ts';

type Lines = Readonly<Record<string, readonly number[]>>;

const AGENCY = '示范市晴川区人民政府办公室';

const TABLE_TWO_2021: Lines = {
  'normativeDocument.issued': [3],
  'normativeDocument.repealed': [1],
  'normativeDocument.inForce': [18],
  'license.decisions': [126],
  'penalty.decisions': [9],
  'coercion.decisions': [2],
  'administrativeFee.amountWan': [12.35],
};
const TABLE_TWO_2019: Lines = {
  'normativeDocument.made': [3],
  'normativeDocument.disclosed': [3],
  'normativeDocument.total': [18],
  'license.itemsLastYear': [24],
  'license.change': [-2],
  'license.decisions': [126],
  'penalty.itemsLastYear': [7],
  'penalty.change': [1],
  'penalty.decisions': [9],
  'procurement.projects': [5],
  'procurement.amount': [318.6],
};
const TABLE_THREE: Lines = {
  new: [18, 4, 0, 0, 1, 0, 23],
  'carried-in': [2, 0, 0, 0, 0, 0, 2],
  granted: [9, 2, 0, 0, 1, 0, 12],
  'partly-granted': [2, 1, 0, 0, 0, 0, 3],
  'withheld.third-party-interest': [1, 0, 0, 0, 0, 0, 1],
  'unavailable.not-held': [4, 1, 0, 0, 0, 0, 5],
  'declined.repeat': [1, 0, 0, 0, 0, 0, 1],
  'closed.clarification-lapsed': [1, 0, 0, 0, 0, 0, 1],
  closed: [1, 0, 0, 0, 0, 0, 1],
  settled: [18, 4, 0, 0, 1, 0, 23],
  'carried-out': [2, 0, 0, 0, 0, 0, 2],
};
const TABLE_FOUR: Lines = {
  reconsideration: [1, 0, 1, 0, 2],
  litigationAfterReconsideration: [1, 0, 0, 0, 1],
};

const TABLE_TWO = { '2019': TABLE_TWO_2019, '2021': TABLE_TWO_2021 } as const satisfies Record<Edition, Lines>;

function printedValue(edition: Edition, path: CellPath): number {
  const [table, ...rest] = path.split('.');
  const column = rest.at(-1)!;
  const row = rest.slice(0, -1).join('.');
  if (table === 'table3') return TABLE_THREE[row]?.[APPLICANT_COLUMNS.findIndex(key => key === column)] ?? 0;
  if (table === 'table4') return TABLE_FOUR[row]?.[REDRESS_COLUMNS.findIndex(key => key === column)] ?? 0;
  return TABLE_TWO[edition][rest.join('.')]?.[0] ?? 0;
}

const YEAR = { '2019': 2020, '2021': 2023 } as const satisfies Record<Edition, number>;
const FORM_NUMBER = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' } as const;

function sectionsOf(edition: Edition): AnnualReport['sections'] {
  const year = YEAR[edition];
  const fee =
    edition === '2021'
      ? `${year}年，本机关发出收费通知0件，总金额0元，实际收取0元。`
      : `${year}年，本机关办理区人大代表建议4件、区政协委员提案2件，办理结果均已公开。`;
  return {
    preface: `根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式${edition === '2019' ? '（试行）' : ''}〉的通知》（${FORM_NUMBER[edition]}）要求，编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    '1': [
      `（一）主动公开。${year}年，本机关通过晴川区人民政府网站发布政府信息612条，其中动态类信息455条、政策文件类信息157条。`,
      `（二）依申请公开。${year}年，本机关新收政府信息公开申请23件，上年结转2件，办结23件，结转下年度继续办理2件。`,
      '（三）政府信息管理。落实公开前审查制度，按季度清理已经失效的行政规范性文件，并在网站上同步标注效力。',
      '（四）政府信息公开平台建设。按照统一要求调整栏目设置，补充栏目说明，方便群众查阅和下载。',
      '（五）监督保障。组织业务培训3次，把政务公开纳入年度工作考核，开展社会评议，没有发生责任追究的情形。',
    ].join('\n'),
    '2': '',
    '3': '',
    '4': '',
    '5': '存在的主要问题：一是政策解读的形式比较单一，图表和案例偏少；二是部分栏目的内容更新不够及时。\n改进情况：一是建立解读材料与文件同步起草的机制，增加图解和问答；二是明确每个栏目的责任科室，按月检查更新情况。',
    '6': fee,
  };
}

/**
 * A report in which every audit finds nothing: an invented office, balanced tables, clean prose. The edition of 2021 reports on
 * 2023, that of 2019 on 2020.
 */
export function sampleReport(edition: Edition): AnnualReport {
  const year = YEAR[edition];
  return {
    title: `${AGENCY}${year}年政府信息公开工作年度报告`,
    agency: AGENCY,
    year,
    edition,
    sections: sectionsOf(edition),
    headings: (Object.keys(SECTION_HEADING) as NumberedSection[]).map(section => ({
      section,
      text: SECTION_HEADING[section],
      level: 2,
    })),
    cells: cellsFor(edition, path => {
      const value = printedValue(edition, path);
      return { kind: 'number', value, raw: String(value) };
    }),
    tables: { table2: 'found', table3: 'found', table4: 'found' },
    labels: [],
    notes: [],
  };
}

/** Last year's report to `sampleReport('2021')`: it carries 2 applications out, and its prose is another. */
export function previousSampleReport(): AnnualReport {
  const report = sampleReport('2021');
  const changes: Lines = {
    'table2.normativeDocument.issued': [2],
    'table2.normativeDocument.inForce': [16],
    'table3.new.naturalPerson': [20],
    'table3.new.total': [25],
    'table3.carried-in.naturalPerson': [0],
    'table3.carried-in.total': [0],
  };
  return {
    ...report,
    title: `${AGENCY}2022年政府信息公开工作年度报告`,
    year: 2022,
    cells: cellsFor('2021', path => {
      const value = changes[path]?.[0] ?? printedValue('2021', path);
      return { kind: 'number', value, raw: String(value) };
    }),
    sections: {
      ...report.sections,
      preface: report.sections.preface?.replaceAll('2023', '2022') ?? null,
      '1': '2022年，办公室把公开工作列入重点任务清单，全年在网站和公众号发布各类信息540条。新收申请25件，办结23件，转入次年2件。对目录中的旧文件作了一次集中核对。网站改版后，检索功能比原来好用。年底听取了群众代表的意见，并作了通报。',
      '5': '主要不足是公开目录划分过粗，群众不容易找到需要的文件。为此，我们细化了目录，增加了主题分类，并请街道窗口协助引导群众查询。',
      '6': '全年未发出收费通知，未收取信息处理费。',
    },
  };
}
