import type { CellPath } from '../../law/report-form/cells.ts';
import { OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import { figureOfCell } from './year-facts.ts';
import type { FigureKey, NamedCount, YearBreakdown, YearFacts } from './year-facts.ts';

type Figure = (facts: YearFacts) => number | string | null;

const cell =
  (path: CellPath): Figure =>
  facts =>
    figureOfCell(facts, path);
const sumOf =
  (paths: readonly CellPath[]): Figure =>
  facts =>
    paths.reduce<number | null>((sum, path) => {
      const value = figureOfCell(facts, path);
      return sum === null || value === null ? null : sum + value;
    }, 0);
const group = (name: string) =>
  sumOf(OUTCOME_ROWS_2021.filter(row => row.startsWith(`${name}.`)).map(row => `table3.${row}.total` as const));
const entered =
  (key: FigureKey): Figure =>
  facts =>
    facts.figures[key]?.value ?? null;

/** The figures that the prose may name: `{{新收}}` is always what the table says. */
const LIVE_FIGURES = {
  机关名称: facts => facts.agency,
  年度: facts => facts.year,
  上年度: facts => facts.year - 1,
  新收: cell('table3.new.total'),
  自然人新收: cell('table3.new.naturalPerson'),
  上年结转: cell('table3.carried-in.total'),
  办结: cell('table3.settled.total'),
  结转下年: cell('table3.carried-out.total'),
  予以公开: cell('table3.granted.total'),
  部分公开: cell('table3.partly-granted.total'),
  不予公开: group('withheld'),
  无法提供: group('unavailable'),
  不予处理: group('declined'),
  其他处理: group('closed'),
  平均用时: facts => facts.averageDays,
  行政复议: cell('table4.reconsideration.total'),
  复议维持: cell('table4.reconsideration.upheld'),
  复议纠正: cell('table4.reconsideration.corrected'),
  行政诉讼: sumOf(['table4.litigationDirect.total', 'table4.litigationAfterReconsideration.total']),
  制发规范性文件: cell('table2.normativeDocument.issued'),
  废止规范性文件: cell('table2.normativeDocument.repealed'),
  有效规范性文件: cell('table2.normativeDocument.inForce'),
  行政许可: cell('table2.license.decisions'),
  行政处罚: cell('table2.penalty.decisions'),
  行政强制: cell('table2.coercion.decisions'),
  行政事业性收费: cell('table2.administrativeFee.amountWan'),
  发布信息: entered('work.published'),
  政策解读: entered('work.interpretations'),
  培训次数: entered('work.trainings'),
  检查次数: entered('work.inspections'),
  整改问题: entered('work.rectified'),
  投诉举报: entered('work.complaints'),
  按期公开: facts => facts.breakdown?.inTime ?? null,
  逾期公开: facts => facts.breakdown?.late ?? null,
  延长期限: facts => facts.breakdown?.extended ?? null,
  逾期办结: facts => facts.breakdown?.settledLate ?? null,
  最长用时: facts => facts.breakdown?.longestDays ?? null,
  收费通知: facts => facts.fees.notices,
  通知金额: facts => facts.fees.noticedYuan,
  实收金额: facts => facts.fees.paidYuan,
} as const satisfies Record<string, Figure>;
export type LiveFigure = keyof typeof LIVE_FIGURES;
export const LIVE_FIGURE_NAMES = Object.keys(LIVE_FIGURES) as readonly LiveFigure[];

/** Parts that are named by a kind and a name: `{{栏目·政务动态}}`, `{{解读·图解}}`, `{{渠道·网上申请}}`. */
const PARTS = {
  栏目: breakdown => breakdown.columns,
  解读: breakdown => breakdown.forms,
  渠道: breakdown => breakdown.channels,
} as const satisfies Record<string, (breakdown: YearBreakdown) => readonly NamedCount[]>;
export type PartKind = keyof typeof PARTS;
const PART_KINDS = Object.keys(PARTS) as readonly PartKind[];

/** The longest name between the braces. */
const LONGEST_NAME = 30;
const PLACE = /\{\{([^{}\n]{1,30})\}\}/gu;

/** The live figure of a part; undefined where its name cannot stand between braces. */
export function partFigure(kind: PartKind, name: string): string | undefined {
  const inner = `${kind}·${name}`;
  return /[{}\n]/.test(name) || inner.length > LONGEST_NAME ? undefined : `{{${inner}}}`;
}

const partKindOf = (inner: string): PartKind | undefined =>
  PART_KINDS.find(kind => inner.trim().startsWith(`${kind}·`));

/** How many a part is; null where the registers of the year know no such part. */
function partCount(facts: YearFacts, inner: string): string | null {
  const kind = partKindOf(inner);
  if (kind === undefined || facts.breakdown === undefined) return null;
  const name = inner.trim().slice(kind.length + 1);
  const part = PARTS[kind](facts.breakdown).find(one => one.name === name);
  return part === undefined ? null : String(part.count);
}

const findName = (text: string): LiveFigure | undefined => LIVE_FIGURE_NAMES.find(name => name === text.trim());

/** What a live figure says now; null where it is not known. */
export function liveFigure(facts: YearFacts, name: LiveFigure): string | null {
  const value = LIVE_FIGURES[name](facts);
  return value === null ? null : String(value);
}

/** The text with its live figures filled in. One that is not known, or that there is not, stays as it stands: an audit finds it. */
export function fillFigures(text: string, facts: YearFacts): string {
  return text.replaceAll(PLACE, (place, inner: string) => {
    const name = findName(inner);
    return (name === undefined ? partCount(facts, inner) : liveFigure(facts, name)) ?? place;
  });
}

/** The names between double braces in a text that are no live figures. */
export function unknownFigures(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].flatMap(([, inner]) =>
    findName(inner!) === undefined && partKindOf(inner!) === undefined ? [inner!] : [],
  );
}

/** The parts of a year that the prose may name, as they stand between braces, with what they say now. */
export function partFigures(facts: YearFacts): readonly { readonly place: string; readonly count: number }[] {
  const { breakdown } = facts;
  if (breakdown === undefined) return [];
  return PART_KINDS.flatMap(kind =>
    PARTS[kind](breakdown).flatMap(({ name, count }) => {
      const place = partFigure(kind, name);
      return place === undefined ? [] : [{ place, count }];
    }),
  );
}
