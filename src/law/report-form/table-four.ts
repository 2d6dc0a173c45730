/** Groups of table four (四、政府信息公开行政复议、行政诉讼情况), in the order of the form. */
export const REDRESS_GROUPS = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const;
export type RedressGroup = (typeof REDRESS_GROUPS)[number];

export const REDRESS_COLUMNS = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
export type RedressColumn = (typeof REDRESS_COLUMNS)[number];

export const REDRESS_GROUP_LABEL = {
  reconsideration: '行政复议',
  litigationDirect: '未经复议直接起诉',
  litigationAfterReconsideration: '复议后起诉',
} as const satisfies Record<RedressGroup, string>;

/** The caption over the two litigation groups. */
export const LITIGATION_LABEL = '行政诉讼';

export const REDRESS_COLUMN_LABEL = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const satisfies Record<RedressColumn, string>;

export type TableFourPath = `table4.${RedressGroup}.${RedressColumn}`;
