import type { CellPath } from '../../src/law/report-form/cells.ts';
import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import type { NumberedSection } from '../../src/law/report-form/sections.ts';
import type { Prose } from '../../src/annual-report/rules/draft-prose.ts';
import type { FigureKey } from '../../src/annual-report/rules/year-facts.ts';
import { cellsFor } from '../../src/annual-report/rules/report.ts';
import type { AnnualReport } from '../../src/annual-report/rules/report.ts';

// The figures are those that a real district office (伊美区人民政府办公室) published for 2023; the prose is invented.
const FIGURES: Readonly<Partial<Record<CellPath, number>>> = {
  'table2.normativeDocument.issued': 4,
  'table2.normativeDocument.repealed': 2,
  'table2.normativeDocument.inForce': 19,
  'table3.new.naturalPerson': 3,
  'table3.new.total': 3,
  'table3.unavailable.not-held.naturalPerson': 3,
  'table3.unavailable.not-held.total': 3,
  'table3.settled.naturalPerson': 3,
  'table3.settled.total': 3,
};

const PREFACE = `本报告依据《中华人民共和国政府信息公开条例》（以下简称《条例》）和年度报告格式的规定编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限自2023年1月1日起至2023年12月31日止。本报告的电子版可以在晴川区政府门户网站“政府信息公开年报”栏目查阅和下载。对本报告有疑问的，可以与晴川区人民政府办公室联系（地址：示范市晴川区望江路1号，邮编：990101，电话：0990-0000101）。`;

const SECTION_ONE = `（一）主动公开
2023年，本机关通过区政府门户网站发布信息1050条，内容涉及就业、教育、医疗、养老、公共文化等领域。制发行政规范性文件4件，废止2件，年末现行有效19件，均在印发后20个工作日内公开。
（二）依申请公开
全年收到政府信息公开申请3件，均为自然人提出，没有上年结转的申请；年内全部办结，没有结转下年度的申请。3件申请所要的信息本机关均不掌握，已在法定期限内书面答复申请人，并告知有关机关的联系方式。
（三）政府信息管理
公文在起草时确定公开属性，发布前逐件进行保密审查。按季度核对已公开文件的效力状态，失效和废止的文件在网页上标明。
（四）政府信息公开平台建设
门户网站的政府信息公开专栏按公开指南、公开制度、法定主动公开内容、公开年报四个板块设置，全年运行平稳。
（五）监督保障
由一名负责人分管政务公开工作，设专人承办。全年组织业务培训2次，对网站检查指出的问题逐项整改并复核。`;

const SECTION_FIVE = `2023年的工作还有两方面不足：一是部分政策解读以文字为主，形式不够丰富；二是个别栏目的更新不够及时。
上一年度报告指出的公开目录不够细的问题，已通过修订目录、按季度核对得到解决。下一步改进措施：一是对面向群众的政策文件同步制作图解和问答；二是给每个栏目确定责任人和更新期限，每月核对一次。`;

const SECTION_SIX = `2023年，本机关依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：发出收费通知0件，总金额0元，实际收取0元。没有其他需要报告的事项。`;

const NUMBERED = Object.keys(SECTION_HEADING) as NumberedSection[];

/** The 2023 report of the sample district's government office (990101-001): clean, so that a real year can be measured against. */
export const SAMPLE_REPORT_2023: AnnualReport = {
  title: '示范市晴川区人民政府办公室2023年政府信息公开工作年度报告',
  agency: '示范市晴川区人民政府办公室',
  year: 2023,
  edition: '2021',
  sections: { preface: PREFACE, '1': SECTION_ONE, '2': '', '3': '', '4': '', '5': SECTION_FIVE, '6': SECTION_SIX },
  headings: NUMBERED.map(section => ({ section, text: SECTION_HEADING[section] })),
  cells: cellsFor('2021', path => {
    const value = FIGURES[path] ?? 0;
    return { kind: 'number', value, raw: String(value) };
  }),
  tables: { table2: 'found', table3: 'found', table4: 'found' },
  labels: [],
  notes: [],
};

/** Figures that no register of the sample counts, as the office entered them for 2023, and where it had them from. */
export const SAMPLE_FIGURES_2023: Readonly<Partial<Record<FigureKey, number>>> = {
  'table2.license.decisions': 0,
  'table2.penalty.decisions': 0,
  'table2.coercion.decisions': 0,
  'table2.administrativeFee.amountWan': 0,
  'work.trainings': 2,
};
export const SAMPLE_FIGURES_SOURCE = '本机关未行使行政许可、处罚、强制和收费职权；培训签到记录';

const LIVE: readonly (readonly [words: string, place: string])[] = [
  ['发布信息1050条', '发布信息{{发布信息}}条'],
  ['制发行政规范性文件4件', '制发行政规范性文件{{制发规范性文件}}件'],
  ['废止2件', '废止{{废止规范性文件}}件'],
  ['现行有效19件', '现行有效{{有效规范性文件}}件'],
  ['收到政府信息公开申请3件', '收到政府信息公开申请{{新收}}件'],
  ['3件申请所要的信息', '{{无法提供}}件申请所要的信息'],
  ['业务培训2次', '业务培训{{培训次数}}次'],
  ['收费通知0件，总金额0元，实际收取0元', '收费通知{{收费通知}}件，总金额{{通知金额}}元，实际收取{{实收金额}}元'],
];
const withPlaces = (text: string): string =>
  LIVE.reduce((so, [words, place]) => so.replace(words, place), text.replaceAll('2023年', '{{年度}}年'));

/** The same prose as it was written: with its live figures. */
export const SAMPLE_PROSE_2023: Prose = {
  preface: withPlaces(PREFACE),
  '1': withPlaces(SECTION_ONE),
  '5': withPlaces(SECTION_FIVE),
  '6': withPlaces(SECTION_SIX),
};
