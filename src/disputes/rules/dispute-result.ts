import type { Citation } from '../../law/citation.ts';
import type { RedressColumn } from '../../law/report-form/table-four.ts';

export const DISPUTE_KINDS = ['reconsideration', 'litigation'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];
export const DISPUTE_KIND_LABEL = {
  reconsideration: '行政复议',
  litigation: '行政诉讼',
} as const satisfies Record<DisputeKind, string>;

/** The columns of table four that a result can be in. */
export type ResultColumn = Exclude<RedressColumn, 'pending' | 'total'>;

type ResultRule = { readonly label: string; readonly column: ResultColumn; readonly basis: Citation };

const review = (article: number, label: string, column: ResultColumn): ResultRule => ({
  label,
  column,
  basis: { source: 'reconsideration', article },
});
const suit = (article: number, label: string, column: ResultColumn): ResultRule => ({
  label,
  column,
  basis: { source: 'litigation', article },
});

/** How a reconsideration can end, with the article and the column of table four. */
const RECONSIDERATION_RESULTS = {
  upheld: review(68, '决定维持', 'upheld'),
  'claim-dismissed': review(69, '驳回复议请求', 'upheld'),
  modified: review(63, '决定变更', 'corrected'),
  revoked: review(64, '决定撤销或者部分撤销', 'corrected'),
  unlawful: review(65, '确认违法', 'corrected'),
  'to-perform': review(66, '责令限期履行', 'corrected'),
  void: review(67, '确认无效', 'corrected'),
  'application-rejected': review(33, '驳回复议申请', 'other'),
  terminated: review(41, '终止（含撤回申请）', 'other'),
  mediated: review(73, '调解结案', 'other'),
  reconciled: review(74, '和解后撤回申请', 'other'),
} as const satisfies Record<string, ResultRule>;

/** How a suit can end. */
const LITIGATION_RESULTS = {
  'claim-dismissed': suit(69, '判决驳回诉讼请求', 'upheld'),
  revoked: suit(70, '判决撤销或者部分撤销', 'corrected'),
  'to-perform': suit(72, '判决限期履行', 'corrected'),
  unlawful: suit(74, '确认违法', 'corrected'),
  void: suit(75, '确认无效', 'corrected'),
  modified: suit(77, '判决变更', 'corrected'),
  'suit-rejected': {
    label: '裁定驳回起诉',
    column: 'other',
    basis: { source: 'litigation-interpretation', article: 69 },
  },
  withdrawn: suit(62, '裁定准予撤诉', 'other'),
  terminated: { label: '终结诉讼', column: 'other', basis: { source: 'litigation-interpretation', article: 88 } },
} as const satisfies Record<string, ResultRule>;

export type DisputeResult = keyof typeof RECONSIDERATION_RESULTS | keyof typeof LITIGATION_RESULTS;

const RESULTS = {
  reconsideration: RECONSIDERATION_RESULTS,
  litigation: LITIGATION_RESULTS,
} as const satisfies Record<DisputeKind, Partial<Record<DisputeResult, ResultRule>>>;

/** The results that a kind of dispute can have, in the order of table four. */
export function resultsOf(kind: DisputeKind): readonly DisputeResult[] {
  return Object.keys(RESULTS[kind]) as DisputeResult[];
}

/** What a result is called, where it counts and by which article; undefined where a dispute of that kind cannot end so. */
export function findResultRule(kind: DisputeKind, result: DisputeResult): ResultRule | undefined {
  return (RESULTS[kind] as Partial<Record<DisputeResult, ResultRule>>)[result];
}
