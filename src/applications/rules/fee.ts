import { ITEM_SCALE, PAGE_SCALE } from '../../law/fee-scale.ts';
import type { Citation } from '../../law/citation.ts';

/** 按件计收 or 按量计收: one of them an application, never both (国办函〔2020〕109号 Art. 3). */
export const FEE_SCALES = ['by-item', 'by-page'] as const;
export type FeeScale = (typeof FEE_SCALES)[number];

export const FEE_SCALE_LABEL = {
  'by-item': '按件计收',
  'by-page': '按量计收',
} as const satisfies Record<FeeScale, string>;

/** One step of a fee: units `from` … `to` at `yuanEach`. */
export type FeeLine = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly yuanEach: number;
  readonly yuan: number;
  /** 第11件至第30件，20件 × 100元 = 2000元 */
  readonly text: string;
};

/** 信息处理费 of so many items or pages, with each step of the scale that it touches. */
export type ProcessingFee = {
  readonly scale: FeeScale;
  /** The unit before the first one charged: items of the month that were counted before. */
  readonly after: number;
  readonly quantity: number;
  readonly yuan: number;
  readonly lines: readonly FeeLine[];
  readonly basis: Citation;
};

/** More than any applicant asks for in a month, and far from what a number cannot hold. */
export const MOST_UNITS = 1_000_000;

const UNIT = { 'by-item': '件', 'by-page': '页' } as const satisfies Record<FeeScale, string>;

/** The last unit of the step that `unit` belongs to, and the price of one unit in it. */
function stepOf(scale: FeeScale, unit: number): { readonly upTo: number; readonly yuanEach: number } {
  const { steps } = scale === 'by-item' ? ITEM_SCALE : PAGE_SCALE;
  const step = steps.find(({ upTo }) => unit <= upTo);
  if (step !== undefined) return step;
  const { every, firstYuanEach, yuanMore } = ITEM_SCALE.beyond;
  const last = steps.at(-1)!.upTo;
  const index = Math.ceil((unit - last) / every) - 1;
  return { upTo: last + (index + 1) * every, yuanEach: firstYuanEach + index * yuanMore };
}

function lineOf(scale: FeeScale, from: number, to: number, yuanEach: number): FeeLine {
  const [count, unit] = [to - from + 1, UNIT[scale]];
  const range = from === to ? `第${from}${unit}` : `第${from}${unit}至第${to}${unit}`;
  const text =
    yuanEach === 0
      ? `${range}，${count}${unit}，不收费`
      : `${range}，${count}${unit} × ${yuanEach}元 = ${count * yuanEach}元`;
  return { from, to, count, yuanEach, yuan: count * yuanEach, text };
}

/**
 * The fee in yuan for units `after + 1` … `after + quantity`. By item, `after` is how many items of the same applicant were
 * counted before in the calendar month; by page it is 0, for pages of two applications are never added up. Both are whole
 * numbers from 0 whose sum is at most `MOST_UNITS`; anything else throws a RangeError.
 */
export function feeOf(scale: FeeScale, quantity: number, after = 0): ProcessingFee {
  const sound = [quantity, after].every(value => Number.isInteger(value) && value >= 0);
  if (!sound || quantity + after > MOST_UNITS) throw new RangeError(`no fee for ${quantity} units after ${after}`);
  const lines: FeeLine[] = [];
  for (let from = after + 1; from <= after + quantity;) {
    const { upTo, yuanEach } = stepOf(scale, from);
    const to = Math.min(upTo, after + quantity);
    lines.push(lineOf(scale, from, to, yuanEach));
    from = to + 1;
  }
  const yuan = lines.reduce((sum, line) => sum + line.yuan, 0);
  const { basis } = scale === 'by-item' ? ITEM_SCALE : PAGE_SCALE;
  return { scale, after, quantity, yuan, lines, basis };
}

/** Items of the month (按件): units of an application by the smallest reasonable matter (一事一申请). */
export function itemFeeOf(items: number, itemsBefore = 0): ProcessingFee {
  return feeOf('by-item', items, itemsBefore);
}

/** Pages of one application (按量), a page being one side of A4 or smaller. */
export function pageFeeOf(pages: number): ProcessingFee {
  return feeOf('by-page', pages);
}

/** An application as the month's count sees it. Of two received on one day the one lodged first counts first. */
export type CountedApplication = {
  readonly id: string;
  /** One and the same for one applicant; a digest where names are sealed. */
  readonly applicant: string;
  readonly receivedOn: Temporal.PlainDate;
  /** Number of matters in it, at least 1. */
  readonly items: number;
};

/** Where an application's items stand in the month of its receipt. */
export type MonthPlace = { readonly month: Temporal.PlainYearMonth; readonly itemsBefore: number };

/**
 * Counts, for each application, the items that the same applicant asked for before it in the same calendar month (of the day of
 * receipt). `applications` stand in the order in which they were lodged and belong to one agency.
 */
export function monthPlacesOf(applications: readonly CountedApplication[]): ReadonlyMap<string, MonthPlace> {
  const counted = new Map<string, number>();
  const places = new Map<string, MonthPlace>();
  const inOrder = applications.toSorted((one, other) => Temporal.PlainDate.compare(one.receivedOn, other.receivedOn));
  for (const { id, applicant, receivedOn, items } of inOrder) {
    const month = receivedOn.toPlainYearMonth();
    const key = `${month.toString()} ${applicant}`;
    const itemsBefore = counted.get(key) ?? 0;
    places.set(id, { month, itemsBefore });
    counted.set(key, itemsBefore + items);
  }
  return places;
}

/** The steps of a fee and their sum as lines for people. */
export function feeExplanation(fee: ProcessingFee): readonly string[] {
  const unit = UNIT[fee.scale];
  const scope =
    fee.scale === 'by-item' ? '同一申请人在同一自然月内的申请累计计算' : '只计算本件申请的页数，不与其他申请累计';
  const before = fee.after === 0 ? [] : [`本月此前已计${fee.after}${unit}，本次从第${fee.after + 1}${unit}起算`];
  const sum = fee.lines.filter(({ yuan }) => yuan > 0).map(({ yuan }) => String(yuan));
  const total = sum.length > 1 ? `合计：${sum.join(' + ')} = ${fee.yuan}元` : `合计：${fee.yuan}元`;
  return [`${FEE_SCALE_LABEL[fee.scale]}：${scope}`, ...before, ...fee.lines.map(({ text }) => text), total];
}
