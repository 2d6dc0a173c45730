import type { CellPath } from '../../../law/report-form/cells.ts';
import { findFormCell } from '../../../law/report-form/cells.ts';
import type { AnnualReport } from '../report.ts';
import { valueAt } from '../report.ts';
import type { Figure, FigureKind } from './figure.ts';
import { isFormTopic } from './claim.ts';
import type { Numeral } from './numerals.ts';
import { readingsOf } from './readings.ts';
import type { Reading } from './readings.ts';
import type { Statement } from './statement.ts';

/** Units in which applications are counted; another unit more likely counts something beside them (受理点3个). */
export const APPLICATION_UNITS: ReadonlySet<string> = new Set([
  '',
  '件',
  '宗',
  '份',
  '条',
  '起',
  '例',
  '件次',
  '次',
  '人次',
  '项',
]);

export type Tie = Pick<Figure, 'state' | 'kind' | 'cell' | 'expected' | 'firm' | 'why'>;

const FORM_UNITS = new Set([
  '',
  '件',
  '条',
  '份',
  '宗',
  '起',
  '例',
  '个',
  '项',
  '次',
  '部',
  '篇',
  '件次',
  '条次',
  '则',
  '批',
]);

/** Holds a statement against the cells it can be taken to speak of. A cell that was not read never confirms anything. */
export function tieOf(statement: Statement, report: Pick<AnnualReport, 'cells' | 'edition'>): Tie {
  const { numeral, topic, claim } = statement;
  if (numeral.kind === 'approximate') return untied('approximate', '约数或区间，不与表格核对');
  if (topic === 'published') return untied('published', '主动公开、发布信息的数量，表格中没有对应单元格');
  if (topic === 'processing-fee') return untied('money', '信息处理费不在表格统计范围内');
  if (topic === 'work') return untied('other', '其他工作的数量，表格中没有对应单元格');
  const money = numeral.kind === 'money';
  if (!isFormTopic(topic))
    return money ? untied('money', '金额，未说明是行政事业性收费') : untied('unknown', '没有看出这个数字统计的是什么');
  if (statement.apart === 'ratio') return untied('ratio', '比率，不是数量');
  if (statement.apart === 'comparison') return untied('comparison', '与上年比较的变化量，不是本年数量');
  if (statement.apart === 'other-period') return untied('other-period', '不是本报告年度全年的数量');
  if (!money && !FORM_UNITS.has(numeral.unit) && !(numeral.unit === '人次' && topic === 'application'))
    return untied('other', `以“${numeral.unit}”计数，与表格的口径不同`);
  if (statement.grasp === 'poor' && topic === 'application' && !APPLICATION_UNITS.has(numeral.unit))
    return untied('other', `以“${numeral.unit}”计数，不像是申请的数量`);
  const readings = readingsOf(claim, report.edition);
  if (readings.length === 0) return untied('other', '这一版表格中没有对应单元格');
  return held(statement, report, readings);
}

const untied = (kind: FigureKind, why: string): Tie => ({ state: 'untied', kind, why });

function held(statement: Statement, report: Pick<AnnualReport, 'cells'>, readings: readonly Reading[]): Tie {
  const { numeral, topic } = statement;
  const sums = readings.map(reading => ({ reading, sum: sumOf(reading, report) }));
  const equal = sums.find(({ sum }) => sum !== null && isEqual(numeral, sum, topic === 'procurement'));
  if (equal !== undefined && !(statement.narrowed && numeral.value === 0)) return matched(equal.reading, equal.sum!);
  if (statement.apart === null && sums.some(({ reading, sum }) => sum === null && !reading.loose))
    return untied('form', `表格中对应的单元格（${namesOf(readings[0]!)}）没有读出数字，无法核对`);
  const first = sums.find(({ sum }) => sum !== null);
  if (first === undefined)
    return untied('form', `表格中对应的单元格（${namesOf(readings[0]!)}）没有读出数字，无法核对`);
  if (statement.narrowed && sums.every(({ sum }) => sum === null || numeral.value <= sum))
    return untied('subset', '其中的一部分，表格没有这一分项');
  if (isLess(statement, sums)) return untied('unknown', '句中另有没有读懂的限定，可能只是其中一部分，不据此核对');
  if (statement.scope === 'area') return untied('other-scope', '全区域（系统）的数量，与本单位表格的口径不同');
  const strict = !first.reading.loose;
  if (topic !== 'application' && !strict)
    return untied('form', '公开、公示、办理的数量与表格统计的口径可以不同，不据此核对');
  if ((topic === 'reconsideration' || topic === 'litigation') && !statement.aboutDisclosure)
    return untied('other', '没有说明是因政府信息公开引起的案件，不据此核对');
  if (topic === 'application' && !statement.aboutDisclosure)
    return untied('unknown', '没有说明是政府信息公开申请，不据此核对');
  if (statement.grasp === 'poor') return untied('unknown', '句中另有限定或指代不明，不据此核对');
  if (isAnswerCount(statement) && sums.every(({ sum }) => sum === null || numeral.value <= sum))
    return untied('form', '“答复”可以不包括告知、退回等情形，比办理结果少的不据此核对');
  return {
    state: 'contradicted',
    kind: 'form',
    cell: cellsOf(first.reading),
    expected: first.sum!,
    firm: statement.grasp === 'full' && !statement.narrowed && strict,
    why: `应为${namesOf(first.reading)}`,
  };
}

/** Words that were not read may say of which part a number is; only a number above the whole is then held against it. */
function isLess({ numeral, grasp, hasUnread }: Statement, sums: readonly { readonly sum: number | null }[]): boolean {
  return grasp !== 'full' && hasUnread && sums.every(({ sum }) => sum === null || numeral.value < sum);
}

/** 「受理12件，答复7件，不予受理4件」: offices differ in what they call an answer. */
const isAnswerCount = ({ claim }: Statement): boolean =>
  claim.acts.includes('answered') && !claim.acts.includes('settled') && claim.outcomes.length === 0;

function matched(reading: Reading, sum: number): Tie {
  return { state: 'matched', kind: 'form', cell: cellsOf(reading), expected: sum, why: `与${namesOf(reading)}一致` };
}

function cellsOf(reading: Reading): CellPath | readonly CellPath[] {
  const paths = [...reading.plus, ...reading.minus];
  return paths.length === 1 ? paths[0]! : paths;
}

/** The sum in the cells' own unit; null when one of them was not read. */
function sumOf(reading: Reading, report: Pick<AnnualReport, 'cells'>): number | null {
  let sum = 0;
  for (const [paths, sign] of [
    [reading.plus, 1],
    [reading.minus, -1],
  ] as const)
    for (const path of paths) {
      const value = valueAt(report, path);
      if (value === null) return null;
      sum += sign * value;
    }
  return sum;
}

const YUAN: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

/** Money cells are in 万元; the amount of 政府集中采购 (2019) has no unit, so either is taken. */
function isEqual(numeral: Numeral, sum: number, unitless: boolean): boolean {
  const scale = numeral.kind === 'money' ? (YUAN[numeral.unit] ?? 1) : 1;
  const near = (value: number, scale: number) =>
    Math.abs(numeral.value * scale - value) <= numeral.rounding * scale + 1e-9;
  return near(sum, scale) || (unitless && near(sum, scale * 1e4));
}

/** The cells in words: 「本年新收政府信息公开申请数量·总计」, several joined by 「＋」. */
function namesOf({ plus, minus }: Reading): string {
  return minus.length === 0 ? `“${joined(plus)}”` : `“${joined(plus)}”减“${joined(minus)}”`;
}

function joined(paths: readonly CellPath[]): string {
  if (paths.length > 6) return `${nameOf(paths[0]!)}等${String(paths.length)}格之和`;
  return paths.map(nameOf).join('＋');
}

const nameOf = (path: CellPath) => findFormCell(path)?.name ?? path;
