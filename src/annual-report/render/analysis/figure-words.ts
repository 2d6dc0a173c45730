import { percentText } from '../../rules/analysis/rates.ts';
import type { Rate } from '../../rules/analysis/rates.ts';
import type { Total } from '../../rules/analysis/time-series.ts';

/** A figure as texts and tables print it: 1050 and not 1,050, as the form does; money as it is. */
export const figureText = (value: number): string => String(value);

/** A total for a cell of a table: what could not be read is never a silent 0, and what lacks some says so. */
export function totalText({ value, lacking }: Total): string {
  if (value === null) return '—';
  return lacking.length === 0 ? figureText(value) : `${figureText(value)}（缺${lacking.length}个机关）`;
}

const MILLIONTHS = 1_000_000;
const differenceOf = (now: number, before: number): number =>
  (Math.round(now * MILLIONTHS) - Math.round(before * MILLIONTHS)) / MILLIONTHS;

/** 「，比上年增加3件，增长15.0%」; empty where one of the years has no figure. */
export function changeWords(now: Total, before: Total | null, unit: string): string {
  if (now.value === null || before === null || before.value === null) return '';
  const difference = differenceOf(now.value, before.value);
  if (difference === 0) return '，与上年持平';
  const [more, grown] = difference > 0 ? ['增加', '增长'] : ['减少', '下降'];
  const share = before.value === 0 ? '' : `，${grown}${percentText(Math.abs(difference) / before.value)}`;
  return `，比上年${more}${figureText(Math.abs(difference))}${unit}${share}`;
}

/** 「，比上年提高2.5个百分点」; empty where one of the years has no rate. Points of the rates as they are printed, so that they fit them. */
export function rateChangeWords(now: Rate, before: Rate | null): string {
  if (now.kind === 'none' || before === null || before.kind === 'none') return '';
  const tenths = (value: number) => Math.round(value * 1000);
  const points = tenths(now.value) - tenths(before.value);
  if (points === 0) return '，与上年持平';
  return `，比上年${points > 0 ? '提高' : '降低'}${(Math.abs(points) / 10).toFixed(1)}个百分点`;
}

const FIRST = 8;

/** 「甲、乙、丙」, and how many there are where they are many. */
export function namesInWords(names: readonly string[]): string {
  return names.length <= FIRST ? names.join('、') : `${names.slice(0, FIRST).join('、')}等${names.length}个机关`;
}
