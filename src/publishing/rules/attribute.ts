import { WITHHOLDING } from '../../law/grounds.ts';

/** 公开属性, declared with the draft (国办发〔2016〕80号). */
export const ATTRIBUTES = ['proactive', 'on-application', 'withheld'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export const ATTRIBUTE_LABEL = {
  proactive: '主动公开',
  'on-application': '依申请公开',
  withheld: '不予公开',
} as const satisfies Record<Attribute, string>;

/** The mark below the date of a document; withheld ones carry none. */
export const ATTRIBUTE_MARK = {
  proactive: '（此件公开发布）',
  'on-application': '（此件依申请公开）',
  withheld: null,
} as const satisfies Record<Attribute, string | null>;

/** Grounds of Art. 14–16 on which something is not published. */
export type WithholdingGround = keyof typeof WITHHOLDING;
export const WITHHOLDING_GROUNDS = Object.keys(WITHHOLDING) as readonly WithholdingGround[];
