import { ITEM_SCALE, PAGE_SCALE } from '../../../law/fee-scale.ts';
import type { FeeStep } from '../../../law/fee-scale.ts';

/** One line of a scale as people read it. */
export type ScaleLine = { readonly range: string; readonly price: string };

function linesOf(steps: readonly FeeStep[], unit: string): readonly ScaleLine[] {
  return steps.map(({ upTo, yuanEach }, index) => {
    const from = (steps[index - 1]?.upTo ?? 0) + 1;
    const range = Number.isFinite(upTo) ? `${from}—${upTo} ${unit}` : `${from} ${unit}以上`;
    return { range, price: yuanEach === 0 ? '不收费' : `${yuanEach} 元` };
  });
}

function beyondItems(): ScaleLine {
  const { every, firstYuanEach, yuanMore } = ITEM_SCALE.beyond;
  const from = ITEM_SCALE.steps.at(-1)!.upTo + 1;
  return { range: `${from} 件以上`, price: `每 ${every} 件一档，${firstYuanEach} 元起，每档加 ${yuanMore} 元` };
}

/** 按件计收, in words. */
export const ITEM_SCALE_WORDS: readonly ScaleLine[] = [...linesOf(ITEM_SCALE.steps, '件'), beyondItems()];

/** 按量计收, in words. */
export const PAGE_SCALE_WORDS: readonly ScaleLine[] = linesOf(PAGE_SCALE.steps, '页');
