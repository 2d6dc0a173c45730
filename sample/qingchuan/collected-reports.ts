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

/**
 * What agencies write of the same things in their own words. There are seven voices and eight agencies: the last one has copied from
 * the first, as happens, so that a comparison of texts has something to find.
 */
const MANAGEMENT = [
  '公文起草时一并确定公开属性，发布以前逐件进行保密审查，失效的文件在网页上标明。',
  '修订信息发布审查的流程，明确起草、审核、签发的责任人，每季度抽查已经公开的内容。',
  '清理机关网页上重复和过时的内容，对照公开目录补齐应当公开的事项。',
  '给每份政策文件建立台账，记下公开日期、解读材料和效力，年底逐份核对一遍。',
  '把档案移交和信息公开衔接起来，移交以前先核对是否应当公开，避免漏登。',
  '建立撤稿和更正的登记簿，凡是改动已发布内容的，写明原因并由负责人签字。',
  '组织各科室对历年发布的通知公告做了一次回头看，链接打不开的当月修复。',
] as const;
const PLATFORM = [
  '在区政府门户网站的专栏集中公开指南、制度、法定主动公开内容和年报。',
  '栏目按办事群众的习惯重新排列，增加了常见问题的解答，页面可以用键盘操作。',
  '把服务指南和办理结果接入区政府门户网站，减少群众往返查找。',
  '在服务窗口设置查阅点，配备大字版材料，由工作人员协助老年人查询。',
  '移动端页面改为一屏一事，图片都有文字说明，打开速度明显加快。',
  '与区融媒体中心合作，重要政策在网站发布的同时用短视频讲解要点。',
  '检索功能支持按文号和主题查找，查不到的可以直接提交咨询。',
] as const;
const ASSURANCE = [
  '由一名负责人分管，设专人承办，全年组织业务培训1次。',
  '把公开工作列入科室考核，邀请群众代表评议1次，没有责任追究的情形。',
  '接受主管部门检查1次，对指出的问题逐项整改并复核。',
  '班子会议听取公开工作汇报1次，年度考核中单列分值，结果与评优挂钩。',
  '聘请社会监督员巡查网页，发现的错别字和失效链接都在三天之内改正。',
  '新到岗的经办人员先跟班学习，经考核合格以后独立办理申请。',
  '每月通报各科室的更新情况，连续两次落后的由分管领导约谈。',
] as const;
const PROBLEMS = [
  '存在的主要问题：政策解读以文字为主，形式不够丰富。改进措施：对面向群众的文件同步制作图解和问答。',
  '存在的主要问题：个别栏目更新不够及时。改进措施：给每个栏目确定责任人和更新期限，每月核对一次。',
  '存在的主要问题：承办人员更换较多，业务还不够熟练。改进措施：编写办理手册，安排老带新。',
  '存在的主要问题：公开的表格多为图片，不便下载使用。改进措施：新发布的数据一律附电子表格。',
  '存在的主要问题：与群众互动的渠道还不宽。改进措施：开设意见征集栏目，采纳情况定期公布。',
  '存在的主要问题：历史文件的效力标注不全。改进措施：分批梳理，优先标注群众查询较多的文件。',
  '存在的主要问题：基层站所的公开意识有待加强。改进措施：派员驻点指导，编印常见问题汇编。',
] as const;
/** How the figures of publishing and of applications are put. */
const PUBLISHED = [
  (year: number, published: number, inForce: number) =>
    `${year}年，本机关通过区政府门户网站发布信息${published}条。年末现行有效的行政规范性文件${inForce}件。`,
  (year: number, published: number, inForce: number) =>
    `全年在门户网站发布信息${published}条，内容以服务对象关心的事项为主；到${year}年底，现行有效行政规范性文件${inForce}件。`,
  (year: number, published: number, inForce: number) =>
    `围绕群众关切主动发布信息${published}条，${year}年末现行有效行政规范性文件${inForce}件，目录可以在专栏查阅。`,
] as const;
const APPLICATIONS = [
  ({ received, carriedIn, granted, notHeld, carriedOut }: SampleYear) =>
    `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件；办结${granted + notHeld}件，其中予以公开${granted}件，本机关不掌握相关政府信息${notHeld}件；结转下年度继续办理${carriedOut}件。`,
  ({ received, granted, notHeld, carriedOut }: SampleYear) =>
    `收到的${received}件申请都是自然人提出的。当年办结${granted + notHeld}件，予以公开${granted}件，其余说明了不掌握的理由；年底还有${carriedOut}件结转下年度继续办理。`,
  ({ received, granted, notHeld }: SampleYear) =>
    `新收政府信息公开申请${received}件，均在法定期限内答复；全年办结${granted + notHeld}件，对不掌握的信息尽量告知查询的途径。`,
] as const;

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
  const { year, published } = figures;
  const cells = figuresOf(figures);
  const say = (sentences: readonly string[], shift: number) => sentences[(voice + shift) % sentences.length]!;
  // No two voices put both alike.
  const own = voice % MANAGEMENT.length;
  const [publishedIn, appliedIn] = [PUBLISHED[own % 3]!, APPLICATIONS[Math.floor(own / 3)]!];
  return {
    title: `${agency}${year}年政府信息公开工作年度报告`,
    agency,
    year,
    edition: '2021',
    sections: {
      preface: `本报告依据《中华人民共和国政府信息公开条例》和年度报告格式的规定编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
      '1': [
        '（一）主动公开',
        publishedIn(year, published, figures.inForce),
        '（二）依申请公开',
        appliedIn(figures),
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
