import type { Citation } from './citation.ts';

/** A step of a progressive scale: units up to and including `upTo` cost `yuanEach`. */
export type FeeStep = { readonly upTo: number; readonly yuanEach: number };

/**
 * 信息处理费 (国办函〔2020〕109号): both scales are progressive, and an application is charged by one of them, never both.
 * By item: all items of one applicant in one calendar month are counted together. By page: the pages of one application alone;
 * a page is one side of A4 or smaller.
 */
export const ITEM_SCALE = {
  steps: [
    { upTo: 10, yuanEach: 0 },
    { upTo: 30, yuanEach: 100 },
  ],
  /** Beyond the last step: every ten items a step, each dearer than the one before. */
  beyond: { every: 10, firstYuanEach: 200, yuanMore: 100 },
  basis: { source: 'processing-fee', article: 4 },
} as const satisfies {
  steps: readonly FeeStep[];
  beyond: { every: number; firstYuanEach: number; yuanMore: number };
  basis: Citation;
};

export const PAGE_SCALE = {
  steps: [
    { upTo: 30, yuanEach: 0 },
    { upTo: 100, yuanEach: 10 },
    { upTo: 200, yuanEach: 20 },
    { upTo: Number.POSITIVE_INFINITY, yuanEach: 40 },
  ],
  basis: { source: 'processing-fee', article: 5 },
} as const satisfies { steps: readonly FeeStep[]; basis: Citation };
