import type { Edition } from '../../src/law/report-form/edition.ts';
import type { CellPath, CellUnit } from '../../src/law/report-form/cells.ts';
import { SECTION_HEADING } from '../../src/law/report-form/sections.ts';
import { REDRESS_COLUMN_LABEL, REDRESS_COLUMNS, REDRESS_GROUPS } from '../../src/law/report-form/table-four.ts';
import {
  APPLICANT_COLUMN_LABEL,
  APPLICANT_COLUMNS,
  OUTCOME_GROUPS,
  outcomeGroupOf,
  RESULTS_LABEL,
  TABLE_THREE_CAPTIONS,
  TABLE_THREE_LABEL,
  TABLE_THREE_ROWS,
} from '../../src/law/report-form/table-three.ts';
import type { TableTwoBlock, TableTwoPath } from '../../src/law/report-form/table-two.ts';
import { TABLE_TWO, TABLE_TWO_FIRST_COLUMN } from '../../src/law/report-form/table-two.ts';
import type { Random } from './random-source.ts';

/** A row as a page prints it: its labels from the left, and its data; a header has no data. */
export type PrintedRow = {
  readonly labels: readonly string[];
  readonly data: readonly string[];
  /** How many columns the labels and data of the table's widest row take. */
  readonly width: number;
};
export type PrintedTable = { readonly key: 'table2' | 'table3' | 'table4'; readonly rows: readonly PrintedRow[] };

/** A report as printed, and the number in every cell; null where it is printed blank or as a dash. */
export type PrintedReport = {
  readonly edition: Edition;
  readonly year: number;
  readonly agency: string;
  readonly tables: readonly PrintedTable[];
  readonly truth: ReadonlyMap<CellPath, number | null>;
};

/** What a generated report may deviate in. */
export type Deviations = { readonly labels: boolean; readonly blanks: number; readonly numbers: boolean };

type Printed = { readonly text: string; readonly value: number | null };

const FULL_WIDTH = (text: string) => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function printedNumber(random: Random, unit: CellUnit, plain: boolean): Printed {
  const value = random.chance(0.6) ? 0 : random.chance(0.7) ? random.below(90) : random.below(60_000);
  if (plain) return { text: String(value), value };
  if (unit === 'signed') {
    if (random.chance(0.3)) return { text: `+${value}`, value };
    if (random.chance(0.3)) return { text: `-${value}`, value: value === 0 ? 0 : -value };
    if (random.chance(0.2)) return { text: `减${value}`, value: value === 0 ? 0 : -value };
    if (random.chance(0.2)) return { text: `增${value}`, value };
  }
  if (unit === 'wan-yuan' || unit === 'amount') {
    const amount = value + random.below(100) / 100;
    const text = amount.toFixed(2);
    return random.chance(0.3) ? { text: `${text}万元`, value: Number(text) } : { text, value: Number(text) };
  }
  if (value > 999 && random.chance(0.3)) return { text: value.toLocaleString('en-US'), value };
  if (random.chance(0.03)) return { text: FULL_WIDTH(String(value)), value };
  if (random.chance(0.02)) return { text: `${value}件`, value };
  return { text: String(value), value };
}

function printedCell(random: Random, unit: CellUnit, deviations: Deviations): Printed {
  if (random.chance(deviations.blanks)) return { text: '', value: null };
  if (deviations.numbers && random.chance(0.02)) return { text: random.pick(['/', '-', '—', '_']), value: null };
  return printedNumber(random, unit, !deviations.numbers);
}

const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  '本年增/减': ['本年增\\减', '本年 增/减', '本年增/', '本年增减'],
  本年制发件数: ['本年 制发件数', '本年发件'],
  现行有效件数: ['现行有效件'],
  采购项目数量: ['采购项目数'],
  采购总金额: ['采购总金额(万元)', '采购总金额(单位:万元 保留4位小数'],
  '本年收费金额（单位：万元）': ['本年收费金额', '本年收费金额(万元)'],
  上一年项目数量: ['上一年项目数量 2019年', '上一年项目数量(指上年度的事项数)'],
  规章: ['规章(由有制定权的机关填报)'],
  行政规范性文件: ['规范性文件', '行政规范性文件(本机关制定发布的)', '行政規範性檔案'],
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': ['1.逾期不补正', '1、申请人无正当理由逾期不补正'],
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': ['2.逾期不缴费'],
  '2.其他法律行政法规禁止公开': ['2.其他法律行政止公开', '2.其它法律行政法规禁止公开', '2. 其他法律行政法规禁止公开'],
  '3.其他': ['3、其他', '3. 其他', '3．其它'],
  商业企业: ['商业 企业'],
  科研机构: ['科研企业', '科研 机构'],
  社会公益组织: ['社会公益', '社会公益 组织'],
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': [
    '(二)部分公开',
    '（二）部分公开(区分处理的，只计这一情形,不计其它情形)',
  ],
};

/** A label as some agency wrote it. */
function printedLabel(random: Random, label: string, deviations: Deviations): string {
  if (!deviations.labels || random.chance(0.5)) return label;
  const wordings = WORDINGS[label];
  if (wordings !== undefined && random.chance(0.6)) return random.pick(wordings);
  switch (random.below(5)) {
    case 0:
      return label.replaceAll('（', '(').replaceAll('）', ')');
    case 1:
      return label.replace(/^(（.{1,2}）|\d\.)/, '$1 ');
    case 2:
      return label.replace(/^(\d)\./, (_, digit: string) => random.pick([`${digit}、`, `${digit}．`, `（${digit}）`]));
    case 3: {
      // A character dropped from a long label.
      if (label.length < 11) return label;
      const at = 4 + random.below(label.length - 5);
      return label.slice(0, at) + label.slice(at + 1);
    }
    default:
      return label;
  }
}

const printedRow =
  (width: number) =>
  (labels: readonly string[], data: readonly string[] = []): PrintedRow => ({ labels, data, width });
const wide = printedRow(10);
const fifteen = printedRow(15);

/**
 * A report with labels and cells as agencies print them, of random numbers or of the `figures` given; a cell that has no figure is
 * printed blank.
 */
export function randomPrintedReport(
  random: Random,
  edition: Edition,
  deviations: Deviations,
  figures?: ReadonlyMap<CellPath, number>,
): PrintedReport {
  const truth = new Map<CellPath, number | null>();
  const label = (text: string) => printedLabel(random, text, deviations);
  const cell = (path: CellPath, unit: CellUnit): string => {
    const value = figures?.get(path) ?? null;
    const printed =
      figures === undefined
        ? printedCell(random, unit, deviations)
        : { value, text: value === null ? '' : String(value) };
    truth.set(path, printed.value);
    return printed.text;
  };
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[edition];
  const two = blocks.flatMap(block => {
    const columns = block.rows[0]!.columns;
    const row = (labels: readonly string[], data: readonly string[] = []): PrintedRow => ({
      labels,
      data,
      width: 1 + columns.length,
    });
    return [
      row([label(block.heading)]),
      row([TABLE_TWO_FIRST_COLUMN, ...columns.map(column => label(column.label))]),
      ...block.rows.map(({ key, label: text, columns: own }) =>
        row(
          [label(text)],
          own.map(column => cell(`table2.${key}.${column.key}` as TableTwoPath, column.unit)),
        ),
      ),
    ];
  });
  const seen = new Set<string>();
  const firstOf = (key: string, text: string): string[] => {
    if (seen.has(key)) return [];
    seen.add(key);
    return [label(text)];
  };
  const three = [
    wide([TABLE_THREE_CAPTIONS.corner, TABLE_THREE_CAPTIONS.applicants]),
    wide(['自然人', TABLE_THREE_CAPTIONS.organizations, '总计']),
    wide(APPLICANT_COLUMNS.slice(1, 6).map(column => label(APPLICANT_COLUMN_LABEL[column]))),
    ...TABLE_THREE_ROWS[edition].map(row => {
      const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
      const isResult = row !== 'new' && row !== 'carried-in' && row !== 'carried-out';
      const labels = [
        ...(isResult ? firstOf('results', RESULTS_LABEL) : []),
        ...(group === undefined ? [] : firstOf(group.key, group.label)),
        label(TABLE_THREE_LABEL[row]),
      ];
      return wide(
        labels,
        APPLICANT_COLUMNS.map(column => cell(`table3.${row}.${column}`, 'count')),
      );
    }),
  ];
  const results = REDRESS_COLUMNS.map(column => REDRESS_COLUMN_LABEL[column]);
  const four = [
    fifteen(['行政复议', '行政诉讼']),
    fifteen([...results, '未经复议直接起诉', '复议后起诉']),
    fifteen([...results, ...results]),
    fifteen(
      [],
      REDRESS_GROUPS.flatMap(group => REDRESS_COLUMNS.map(column => cell(`table4.${group}.${column}`, 'count'))),
    ),
  ];
  return {
    edition,
    year: edition === '2019' ? 2019 + random.below(2) : 2021 + random.below(5),
    agency: `示范市晴川区${random.pick(['人民政府办公室', '教育局', '青石镇人民政府', '湖滨街道办事处'])}`,
    tables: [
      { key: 'table2', rows: two },
      { key: 'table3', rows: three },
      { key: 'table4', rows: four },
    ],
    truth,
  };
}

export const HEADINGS = SECTION_HEADING;
