import type { ComparedReport } from '../../rules/comparison/compare-reports.ts';

/** How a side of a comparison is called: 「某某局 2023 年」. */
export function nameOfSide({ agency, year, title }: ComparedReport): string {
  return `${agency ?? title ?? '（未识别出机关名称）'}${year === null ? '' : ` ${year} 年`}`;
}

/** 「增加 3（+50%）」 */
export function changeInWords(change: number | null, ratio: number | null): string {
  if (change === null) return '有一方没有读到数';
  if (change === 0) return '没有变化';
  const size = `${change > 0 ? '增加' : '减少'} ${Math.abs(change)}`;
  return ratio === null ? size : `${size}（${change > 0 ? '+' : '−'}${Math.abs((ratio - 1) * 100).toFixed(0)}%）`;
}
