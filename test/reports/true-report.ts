import type { SectionKey } from '../../src/law/report-form/sections.ts';
import type { CellPath } from '../../src/law/report-form/cells.ts';
import type { Edition } from '../../src/law/report-form/edition.ts';
import { FORM_CELLS } from '../../src/law/report-form/cells.ts';
import { APPLICANT_KINDS, OUTCOME_ROWS, TABLE_THREE_ROWS } from '../../src/law/report-form/table-three.ts';
import type { TableThreeRow } from '../../src/law/report-form/table-three.ts';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../../src/law/report-form/table-four.ts';
import type { PrintedReport } from './printed-report.ts';
import { randomPrintedReport } from './printed-report.ts';
import type { Random } from './random-source.ts';

/** A whole report, and what a reader must find in it. */
export type TrueReport = PrintedReport & {
  readonly agency: string;
  readonly year: number;
  /** Paragraphs by section. */
  readonly prose: Readonly<Record<SectionKey, readonly string[]>>;
};

/** A number changed so that one sum of the form, or one sentence, no longer holds. */
export type PlantedError = { readonly audit: string; readonly where: readonly string[]; readonly report: TrueReport };

type Figures = Map<CellPath, number>;

const AGENCIES = [
  '示范市晴川区人民政府办公室',
  '晴川区教育局',
  '示范市生态环境局晴川分局',
  '晴川区青石镇人民政府',
  '晴川区人民政府望江街道办事处',
  '示范市晴川区人民政府',
  '示范市统计局',
] as const;

/** Figures in which every sum of the form holds, 0 in most cells as on most pages. */
function balancedFigures(random: Random, edition: Edition): Figures {
  const figures: Figures = new Map(FORM_CELLS[edition].map(({ path }) => [path, 0]));
  const some = (limit: number, share: number) => (random.chance(share) ? 1 + random.below(limit) : 0);
  const at = (path: CellPath) => figures.get(path) ?? 0;
  for (const kind of APPLICANT_KINDS) {
    const isPerson = kind === 'naturalPerson';
    let settled = 0;
    for (const row of OUTCOME_ROWS[edition]) {
      const count = some(isPerson ? 240 : 9, isPerson ? 0.5 : 0.12);
      figures.set(`table3.${row}.${kind}`, count);
      settled += count;
    }
    const carriedOut = some(12, isPerson ? 0.7 : 0.1);
    const carriedIn = Math.min(settled + carriedOut, some(15, isPerson ? 0.7 : 0.1));
    figures.set(`table3.settled.${kind}`, settled);
    figures.set(`table3.carried-out.${kind}`, carriedOut);
    figures.set(`table3.carried-in.${kind}`, carriedIn);
    figures.set(`table3.new.${kind}`, settled + carriedOut - carriedIn);
  }
  for (const row of TABLE_THREE_ROWS[edition])
    figures.set(
      `table3.${row}.total`,
      APPLICANT_KINDS.reduce((sum, kind) => sum + at(`table3.${row}.${kind}`), 0),
    );
  for (const group of REDRESS_GROUPS) {
    let total = 0;
    for (const column of REDRESS_COLUMNS.slice(0, 4)) {
      const count = some(7, 0.3);
      figures.set(`table4.${group}.${column}`, count);
      total += count;
    }
    figures.set(`table4.${group}.total`, total);
  }
  const issued = some(20, 0.7);
  for (const { path, unit } of FORM_CELLS[edition]) {
    if (!path.startsWith('table2.') || path.includes('regulatoryRule')) continue;
    if (unit === 'signed') figures.set(path, random.below(9) - 4);
    else if (unit === 'count') figures.set(path, some(3000, 0.7));
    else figures.set(path, some(90_000, 0.6) / 100);
  }
  if (edition === '2021') {
    figures.set('table2.normativeDocument.issued', issued);
    figures.set('table2.normativeDocument.repealed', some(9, 0.4));
    figures.set('table2.normativeDocument.inForce', issued + random.below(90));
  } else {
    figures.set('table2.normativeDocument.made', issued);
    figures.set('table2.normativeDocument.disclosed', issued);
    figures.set('table2.normativeDocument.total', issued + random.below(90));
  }
  return figures;
}

function proseOf(figures: Figures, edition: Edition, year: number, agency: string, random: Random) {
  const row = (name: TableThreeRow) => figures.get(`table3.${name}.total`) ?? 0;
  const beside = (text: string) => (random.chance(0.3) ? [text] : []);
  return {
    preface: [
      `根据《中华人民共和国政府信息公开条例》规定，现公布${agency}${year}年政府信息公开工作年度报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。`,
      `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。对本报告如有疑问，请与本机关政府信息公开工作机构联系。`,
    ],
    '1': [
      '本机关把公开贯穿于各项工作，按季度核对公开内容，全年没有发生泄密事件。',
      '（一）主动公开',
      '围绕群众关心的事项及时公开政策文件和办理结果，编发图解、问答等解读材料。',
      '（二）依申请公开',
      `全年新收政府信息公开申请${row('new')}件，上年结转${row('carried-in')}件，办结${row('settled')}件，结转下年度继续办理${row('carried-out')}件。`,
      '（三）政府信息管理',
      '严格执行公开前审查，对失效的文件逐件标注。',
      '（四）政府信息公开平台建设',
      '按照统一规范调整专栏，补充栏目说明，方便群众查阅。',
      '（五）监督保障',
      '组织业务培训，把政府信息公开纳入年度考核，接受社会评议。',
    ],
    '2': beside('本部分数据以表格形式公布，由各科室填报并核对。'),
    '3': beside('本部分数据以表格形式公布，按照申请人类型和办理结果分别统计。'),
    '4': beside('本部分数据以表格形式公布。'),
    '5': [
      '存在的主要问题：一是解读材料的形式还比较单一；二是部分栏目更新不够及时。',
      '改进情况：一是增加图表和案例，方便群众理解；二是明确责任科室，逐月检查栏目更新情况。',
    ],
    '6': [edition === '2021' ? `${year}年，本机关未收取政府信息公开信息处理费。` : '本年度没有其他需要报告的事项。'],
  } satisfies TrueReport['prose'];
}

/**
 * How a true report is written down: `blank` leaves cells of 0 empty, or all of them but the totals; `labels` words the labels as
 * agencies do.
 */
export type Writing = { readonly blank: 'none' | 'zeros' | 'all-but-totals'; readonly labels: boolean };
const NEAT: Writing = { blank: 'none', labels: false };

function printedFigures(figures: Figures, { blank }: Writing): Figures {
  if (blank === 'none') return figures;
  const isPrinted = (path: CellPath, value: number) =>
    path.startsWith('table2.') || path.endsWith('.total')
      ? blank !== 'zeros' || value !== 0
      : blank === 'zeros' && value !== 0;
  return new Map([...figures].filter(([path, value]) => isPrinted(path, value)));
}

function printTrue(figures: Figures, edition: Edition, seed: Random, writing: Writing): TrueReport {
  const { labels } = writing;
  const printed = randomPrintedReport(
    seed,
    edition,
    { labels, blanks: 0, numbers: false },
    printedFigures(figures, writing),
  );
  const agency = seed.pick(AGENCIES);
  return { ...printed, agency, prose: proseOf(figures, edition, printed.year, agency, seed) };
}

/** A report in which every sum holds and the prose agrees with the tables. `seed` gives the same source of choices at every call. */
export function randomTrueReport(seed: () => Random, edition: Edition, writing = NEAT): TrueReport {
  const random = seed();
  return printTrue(balancedFigures(random, edition), edition, random, writing);
}

/** The same report with one error of each kind planted, a report for each. */
export function plantErrors(seed: () => Random, edition: Edition): readonly PlantedError[] {
  const honest = randomTrueReport(seed, edition);
  const pick = seed().pick;
  const planted = (audit: string, where: readonly string[], path: CellPath, by: number): PlantedError => {
    const figures: Figures = new Map();
    for (const [cell, value] of honest.truth) if (value !== null) figures.set(cell, value);
    figures.set(path, (figures.get(path) ?? 0) + by);
    const wrong = randomPrintedReport(seed(), edition, { labels: false, blanks: 0, numbers: false }, figures);
    return { audit, where, report: { ...honest, tables: wrong.tables, truth: wrong.truth } };
  };
  const kind = pick(APPLICANT_KINDS);
  const outcome = pick(OUTCOME_ROWS[edition]);
  const group = pick(REDRESS_GROUPS);
  return [
    planted('row-sum', [`table3.${outcome}.total`], `table3.${outcome}.total`, 1),
    planted('settled-sum', [`table3.settled.${kind}`], `table3.settled.${kind}`, 10),
    planted('intake-balance', [`table3.${kind}`], `table3.carried-in.${kind}`, 2),
    planted('redress-sum', [`table4.${group}.total`], `table4.${group}.total`, 3),
    planted('narrative-figures', ['section1'], 'table3.new.total', 4),
  ];
}
