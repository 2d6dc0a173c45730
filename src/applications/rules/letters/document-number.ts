/** The yearly series from which letters take their 文号: replies have one of their own (§9.3 依复). */
export const NUMBER_SERIES = ['reply', 'procedure'] as const;
export type NumberSeries = (typeof NUMBER_SERIES)[number];

/** What a series adds to the agency's 发文机关代字. */
export const SERIES_WORD = { reply: '依复', procedure: '依告' } as const satisfies Record<NumberSeries, string>;
export const SERIES_NAME = { reply: '答复', procedure: '程序文书' } as const satisfies Record<NumberSeries, string>;

/** 晴政办依复〔2026〕1号: the year in full in 六角括号, the number without 第 and without leading noughts (GB/T 9704—2012, 7.2.5). */
export function documentNumberText(prefix: string, series: NumberSeries, year: number, number: number): string {
  return `${prefix}${SERIES_WORD[series]}〔${year}〕${number}号`;
}

/** The same before the number has been taken: 晴政办依复〔2026〕　号. */
export function openDocumentNumber(prefix: string, series: NumberSeries, year: number): string {
  return `${prefix}${SERIES_WORD[series]}〔${year}〕　号`;
}
