import type { Citation } from './citation.ts';

/** 工作日 are counted by the calendar; 日 are natural days; 月 end on the day of the same number. */
export type PeriodUnit = 'working-day' | 'natural-day' | 'month';

/** A period that the law sets. It begins on the day after the event; the event's day is not counted. */
export type Period = { readonly length: number; readonly unit: PeriodUnit; readonly basis: Citation };

/** Every period that this system counts. */
export const PERIODS = {
  /** 答复期限 */
  reply: { length: 20, unit: 'working-day', basis: { source: 'disclosure', article: 33, paragraph: 2 } },
  /** 延长答复期限，最长 */
  extension: { length: 20, unit: 'working-day', basis: { source: 'disclosure', article: 33, paragraph: 2 } },
  /** 告知补正 */
  'clarification-notice': { length: 7, unit: 'working-day', basis: { source: 'disclosure', article: 30 } },
  /** 第三方答复征求意见 */
  'third-party-opinion': { length: 15, unit: 'working-day', basis: { source: 'disclosure', article: 32 } },
  /** 共同制作机关答复征求意见 */
  'agency-opinion': { length: 15, unit: 'working-day', basis: { source: 'disclosure', article: 34 } },
  /** 缴纳信息处理费 */
  payment: { length: 20, unit: 'working-day', basis: { source: 'processing-fee', article: 6 } },
  /** 主动公开 */
  'proactive-disclosure': { length: 20, unit: 'working-day', basis: { source: 'disclosure', article: 26 } },
  /** 申请行政复议 */
  reconsideration: { length: 60, unit: 'natural-day', basis: { source: 'reconsideration', article: 20, paragraph: 1 } },
  /** 提起行政诉讼 */
  litigation: { length: 6, unit: 'month', basis: { source: 'litigation', article: 46, paragraph: 1 } },
  /** 不服复议决定提起诉讼 */
  'litigation-after-reconsideration': {
    length: 15,
    unit: 'natural-day',
    basis: { source: 'litigation', article: 45 },
  },
  /** 复议机关审查复议申请 */
  'reconsideration-admission': { length: 5, unit: 'working-day', basis: { source: 'reconsideration', article: 30 } },
  /** 被申请人书面答复，普通程序 */
  'reconsideration-answer': { length: 10, unit: 'working-day', basis: { source: 'reconsideration', article: 48 } },
  /** 被申请人书面答复，简易程序 */
  'reconsideration-answer-simplified': {
    length: 5,
    unit: 'working-day',
    basis: { source: 'reconsideration', article: 54 },
  },
  /** 复议决定，普通程序 */
  'reconsideration-decision': {
    length: 60,
    unit: 'natural-day',
    basis: { source: 'reconsideration', article: 62, paragraph: 1 },
  },
  /** 复议决定，简易程序 */
  'reconsideration-decision-simplified': {
    length: 30,
    unit: 'natural-day',
    basis: { source: 'reconsideration', article: 62, paragraph: 2 },
  },
  /** 被告提交证据和答辩状 */
  defence: { length: 15, unit: 'natural-day', basis: { source: 'litigation', article: 67, paragraph: 1 } },
  /** 对判决上诉 */
  'appeal-judgment': { length: 15, unit: 'natural-day', basis: { source: 'litigation', article: 85 } },
  /** 对裁定上诉 */
  'appeal-ruling': { length: 10, unit: 'natural-day', basis: { source: 'litigation', article: 85 } },
} as const satisfies Record<string, Period>;

export type PeriodName = keyof typeof PERIODS;
