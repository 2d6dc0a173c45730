import { searchTermsOf } from '../../platform/search-index/bigrams.ts';

/** Pairs of characters that stand in nearly every request and tell nothing. */
const EMPTY_TERMS = new Set([
  '政府',
  '府信',
  '信息',
  '息公',
  '公开',
  '有关',
  '关于',
  '申请',
  '请公',
  '相关',
  '情况',
  '以及',
  '我要',
  '要求',
  '提供',
]);

/** The terms of a question that tell something; all of them where none does. */
export function tellingTerms(words: string): readonly string[] {
  const terms = searchTermsOf(words);
  const telling = terms.filter(term => !EMPTY_TERMS.has(term));
  return telling.length > 0 ? telling : terms;
}

/** The share of the terms that a text holds, from 0 to 1. */
export function hitWeight(terms: readonly string[], text: string): number {
  if (terms.length === 0) return 0;
  const held = new Set(searchTermsOf(text));
  return terms.filter(term => held.has(term)).length / terms.length;
}

/** Below this a hit is chance. */
export const LEAST_WEIGHT = 0.34;
