import type { Citation } from './citation.ts';

/** Which way against an act is open: 复议 or a suit as one likes, or 复议 first (复议前置). */
export type RemedyOrder = 'free-choice' | 'reconsideration-first';

/** The revised 行政复议法, which puts 复议 before suits against 不予公开, is in force from this day. */
export const RECONSIDERATION_FIRST_FROM = '2024-01-01';

/** What binds the paragraph on remedies; the periods themselves, with their sources, are in periods.ts. */
export const REMEDY_BASIS = {
  /** 复议前置 for 不予公开, which covers Art. 14–16 and the withheld part of 部分公开. */
  reconsiderationFirst: { source: 'reconsideration', article: 23, paragraph: 1, item: 4 },
  /** The duty to say so. */
  tellReconsiderationFirst: { source: 'reconsideration', article: 23, paragraph: 2 },
  /** Who serves over the internet names an internet channel for applying. */
  onlineChannel: { source: 'reconsideration', article: 22, paragraph: 2 },
  /** The duty to name right, organ and period. */
  tellRemedy: { source: 'reconsideration-rules', article: 17 },
  /** A suit's period that was not told runs up to a year. */
  suitPeriodUntold: { source: 'litigation-interpretation', article: 64, paragraph: 1 },
  disclosureRemedy: { source: 'disclosure', article: 51 },
} as const satisfies Record<string, Citation>;

/** The order of remedies against a reply of a day: 复议前置 where any part of it rests on Art. 14–16 of the regulation. */
export function remedyOrderOf(restsOnWithholding: boolean, on: Temporal.PlainDate): RemedyOrder {
  const inForce = Temporal.PlainDate.compare(on, RECONSIDERATION_FIRST_FROM) >= 0;
  return restsOnWithholding && inForce ? 'reconsideration-first' : 'free-choice';
}
