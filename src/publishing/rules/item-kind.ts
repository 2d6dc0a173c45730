/** What is published. The kind is fixed when an item is drafted. */
export const ITEM_KINDS = [
  'document',
  'news',
  'notice',
  'data',
  'interpretation',
  'guide',
  'system-document',
  'organisation',
  'leader',
  'catalogue-entry',
  'call-result',
  'annual-report',
  'budget',
  'gazette',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_KIND_LABEL = {
  document: '政策文件',
  news: '政务动态',
  notice: '通知公告',
  data: '数据发布',
  interpretation: '政策解读',
  guide: '政府信息公开指南',
  'system-document': '政府信息公开制度',
  organisation: '机构职能',
  leader: '负责人信息',
  'catalogue-entry': '公开目录事项',
  'call-result': '征集结果反馈',
  'annual-report': '政府信息公开年度报告',
  budget: '财政预决算',
  gazette: '政府公报',
} as const satisfies Record<ItemKind, string>;

/** 文种 of the fifteen kinds of official document (党政机关公文处理工作条例第八条). */
export const GENRES = [
  '决议',
  '决定',
  '命令（令）',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
export type Genre = (typeof GENRES)[number];
