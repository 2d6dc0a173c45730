import type { CellPath } from '../../src/law/report-form/cells.ts';
import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import type { NumberedSection } from '../../src/law/report-form/sections.ts';
import { cellsFor } from '../../src/annual-report/rules/report.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';

/** The figures of an invented agency's year: what was received, how it was settled, and what its work came to. */
export type SampleYear = {
  readonly year: number;
  readonly carriedIn: number;
  readonly received: number;
  readonly granted: number;
  readonly notHeld: number;
  readonly carriedOut: number;
  readonly licences: number;
  readonly penalties: number;
  readonly inForce: number;
  readonly published: number;
};

const NUMBERED = Object.keys(SECTION_HEADING) as NumberedSection[];

/** What agencies write of the same things in their own words. */
const MANAGEMENT = [
  '公文起草时一并确定公开属性，发布以前逐件进行保密审查，失效的文件在网页上标明。',
  '修订信息发布审查的流程，明确起草、审核、签发的责任人，每季度抽查已经公开的内容。',
  '清理机关网页上重复和过时的内容，对照公开目录补齐应当公开的事项。',
];
const PLATFORM = [
  '在区政府门户网站的专栏集中公开指南、制度、法定主动公开内容和年报。',
  '栏目按办事群众的习惯重新排列，增加了常见问题的解答，页面可以用键盘操作。',
  '把服务指南和办理结果接入区政府门户网站，减少群众往返查找。',
];
const ASSURANCE = [
  '由一名负责人分管，设专人承办，全年组织业务培训1次。',
  '把公开工作列入科室考核，邀请群众代表评议1次，没有责任追究的情形。',
  '接受主管部门检查1次，对指出的问题逐项整改并复核。',
];
const PROBLEMS = [
  '存在的主要问题：政策解读以文字为主，形式不够丰富。改进措施：对面向群众的文件同步制作图解和问答。',
  '存在的主要问题：个别栏目更新不够及时。改进措施：给每个栏目确定责任人和更新期限，每月核对一次。',
  '存在的主要问题：承办人员更换较多，业务还不够熟练。改进措施：编写办理手册，安排老带新。',
];

function figuresOf(figures: SampleYear): Readonly<Partial<Record<CellPath, number>>> {
  const { carriedIn, received, granted, notHeld, carriedOut } = figures;
  const row = (
    name: 'new' | 'carried-in' | 'granted' | 'unavailable.not-held' | 'settled' | 'carried-out',
    value: number,
  ) => ({
    [`table3.${name}.naturalPerson`]: value,
    [`table3.${name}.total`]: value,
  });
  return {
    'table2.normativeDocument.inForce': figures.inForce,
    'table2.license.decisions': figures.licences,
    'table2.penalty.decisions': figures.penalties,
    ...row('new', received),
    ...row('carried-in', carriedIn),
    ...row('granted', granted),
    ...row('unavailable.not-held', notHeld),
    ...row('settled', granted + notHeld),
    ...row('carried-out', carriedOut),
  };
}

/** The report of an invented agency on a year, in which no audit finds an error. `voice` chooses its words. */
export function sampleReportOf(agency: string, figures: SampleYear, voice: number): AnnualReport {
  const { year, carriedIn, received, granted, notHeld, carriedOut, published } = figures;
  const cells = figuresOf(figures);
  const say = (sentences: readonly string[], shift: number) => sentences[(voice + shift) % sentences.length]!;
  return {
    title: `${agency}${year}年政府信息公开工作年度报告`,
    agency,
    year,
    edition: '2021',
    sections: {
      preface: `本报告依据《中华人民共和国政府信息公开条例》和年度报告格式的规定编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
      '1': [
        '（一）主动公开',
        `${year}年，本机关通过区政府门户网站发布信息${published}条。年末现行有效的行政规范性文件${figures.inForce}件。`,
        '（二）依申请公开',
        `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件；办结${granted + notHeld}件，其中予以公开${granted}件，本机关不掌握相关政府信息${notHeld}件；结转下年度继续办理${carriedOut}件。`,
        '（三）政府信息管理',
        say(MANAGEMENT, year),
        '（四）政府信息公开平台建设',
        say(PLATFORM, year + 1),
        '（五）监督保障',
        say(ASSURANCE, year + 2),
      ].join('\n'),
      '2': '',
      '3': '',
      '4': '',
      '5': say(PROBLEMS, year),
      '6': `${year}年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：发出收费通知0件，总金额0元，实际收取0元。没有其他需要报告的事项。`,
    },
    headings: NUMBERED.map(section => ({ section, text: SECTION_HEADING[section] })),
    cells: cellsFor('2021', path => {
      const value = cells[path] ?? 0;
      return { kind: 'number', value, raw: String(value) };
    }),
    tables: { table2: 'found', table3: 'found', table4: 'found' },
    labels: [],
    notes: [],
  };
}

/** The report with one cell as somebody mistyped it. */
export function mistyped(report: AnnualReport, path: CellPath, value: number): AnnualReport {
  return { ...report, cells: { ...report.cells, [path]: { kind: 'number', value, raw: String(value) } } };
}

type Line = readonly [
  carriedIn: number,
  received: number,
  granted: number,
  notHeld: number,
  carriedOut: number,
  licences: number,
  penalties: number,
  inForce: number,
  published: number,
];

function yearOf(year: number, line: Line): SampleYear {
  const [carriedIn, received, granted, notHeld, carriedOut, licences, penalties, inForce, published] = line;
  return { year, carriedIn, received, granted, notHeld, carriedOut, licences, penalties, inForce, published };
}

const LINES: Readonly<Record<string, readonly [in2024: Line, in2025: Line]>> = {
  '990101-001': [
    [2, 21, 14, 7, 2, 0, 0, 19, 1102],
    [2, 18, 12, 6, 2, 0, 0, 19, 1180],
  ],
  '990101-002': [
    [1, 12, 9, 3, 1, 46, 2, 6, 388],
    [1, 15, 12, 3, 1, 52, 1, 6, 402],
  ],
  '990101-003': [
    [0, 9, 7, 2, 0, 31, 0, 5, 264],
    [0, 8, 6, 1, 1, 29, 0, 5, 271],
  ],
  '990101-004': [
    [0, 6, 5, 1, 0, 0, 0, 4, 198],
    [0, 7, 5, 2, 0, 0, 0, 4, 205],
  ],
  '990101-005': [
    [3, 26, 20, 6, 3, 118, 9, 8, 455],
    [3, 31, 24, 8, 2, 121, 11, 9, 470],
  ],
  '990101-006': [
    [1, 14, 11, 3, 1, 203, 37, 5, 340],
    [1, 13, 10, 4, 0, 211, 42, 5, 352],
  ],
  '990101-101': [
    [0, 4, 3, 1, 0, 12, 0, 0, 121],
    [0, 5, 4, 1, 0, 14, 0, 0, 130],
  ],
  '990101-102': [
    [0, 11, 8, 3, 0, 22, 3, 1, 160],
    [0, 9, 7, 2, 0, 25, 2, 1, 171],
  ],
};

/** The agencies that report, with their figures of 2024 and 2025; what is carried out of the first is carried into the second. */
export const SAMPLE_YEARS: ReadonlyMap<string, readonly [SampleYear, SampleYear]> = new Map(
  Object.entries(LINES).map(([code, [first, second]]) => [code, [yearOf(2024, first), yearOf(2025, second)]]),
);
