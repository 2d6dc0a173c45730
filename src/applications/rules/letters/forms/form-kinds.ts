import type { Citation } from '../../../../law/citation.ts';

/** 表单: papers that stay in the file, or go with a letter to be filled in. */
export const FORM_KINDS = [
  'registration-form',
  'assignment-slip',
  'disclosure-review',
  'reply-approval',
  'delivery-record',
  'opinion-slip',
  'supervision-slip',
  'promotion-proposal',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What the cells of forms can hold; what is not known stays blank, to be filled in by hand. */
export const FORM_FIELDS = [
  '登记编号',
  '申请人',
  '申请人类别',
  '联系方式',
  '收到日期',
  '收到方式',
  '申请内容',
  '提供形式',
  '答复期限',
  '承办机构',
  '承办人',
  '交办意见',
  '交办日期',
  '文书名称',
  '文号',
  '拟办意见',
  '法律依据',
  '审核意见',
  '保密审查意见',
  '法制审核意见',
  '签发意见',
  '审查信息',
  '审查结论',
  '受送达人',
  '送达方式',
  '送达地址',
  '邮件编号',
  '发出日期',
  '送达日期',
  '送达人',
  '所涉信息',
  '督办事项',
  '督办要求',
  '申请次数',
  '建议',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** A cell with its label. `lines` is how many lines it has at least; `sign` leaves room for a name and a date below. */
export type FormCell = {
  readonly label: string;
  readonly field: FormField | null;
  readonly lines?: number;
  readonly sign?: true;
  /** Printed in a cell that is filled in by hand. */
  readonly words?: string;
};

export type FormRule = {
  readonly title: string;
  /** When it is used, in one sentence. */
  readonly when: string;
  readonly basis: Citation | null;
  /** One or two cells a row. */
  readonly rows: readonly (readonly FormCell[])[];
  /** Printed below the table. */
  readonly remark: string | null;
};

const cell = (field: FormField, more: Partial<FormCell> = {}): FormCell => ({ label: field, field, ...more });
const blank = (label: string, more: Partial<FormCell> = {}): FormCell => ({ label, field: null, ...more });
const opinion = (field: FormField): readonly FormCell[] => [cell(field, { lines: 2, sign: true })];

const APPLICATION = [
  [cell('登记编号'), cell('收到日期')],
  [cell('申请人'), cell('收到方式')],
  [cell('申请内容', { lines: 3 })],
] as const;

export const FORM_RULES = {
  'registration-form': {
    title: '政府信息公开申请登记表',
    when: '登记申请时，随卷保存',
    basis: { source: 'disclosure', article: 45 },
    rows: [
      [cell('登记编号'), cell('收到日期')],
      [cell('申请人'), cell('申请人类别')],
      [cell('联系方式'), cell('收到方式')],
      [cell('申请内容', { lines: 6 })],
      [cell('提供形式'), cell('答复期限')],
      [cell('承办机构'), cell('承办人')],
      [blank('备注', { lines: 3 })],
    ],
    remark: null,
  },
  'assignment-slip': {
    title: '政府信息公开申请交办单',
    when: '把申请交给承办机构、承办人时',
    basis: { source: 'disclosure', article: 45 },
    rows: [
      ...APPLICATION,
      [cell('承办机构'), cell('承办人')],
      [cell('交办意见', { lines: 3, sign: true })],
      [cell('交办日期'), cell('答复期限')],
    ],
    remark: null,
  },
  'disclosure-review': {
    title: '政府信息公开审查单',
    when: '公开政府信息以前进行审查时',
    basis: { source: 'disclosure', article: 17 },
    rows: [
      [cell('登记编号'), cell('承办人')],
      [cell('审查信息', { lines: 3 })],
      [cell('法律依据', { lines: 2 })],
      opinion('拟办意见'),
      opinion('审核意见'),
      opinion('保密审查意见'),
      [cell('审查结论', { lines: 2 })],
    ],
    remark: '审查结论：公开、不予公开、部分公开（区分处理）或者报请有关主管部门、保密行政管理部门确定。',
  },
  'reply-approval': {
    title: '政府信息公开申请答复审批表',
    when: '答复送审时',
    basis: { source: 'disclosure', article: 45 },
    rows: [
      ...APPLICATION,
      [cell('文书名称'), cell('文号')],
      [cell('答复期限'), cell('承办人')],
      opinion('拟办意见'),
      opinion('审核意见'),
      opinion('保密审查意见'),
      opinion('法制审核意见'),
      opinion('签发意见'),
    ],
    remark: null,
  },
  'delivery-record': {
    title: '送达回证',
    when: '送达文书时，邮寄的附邮寄凭证',
    basis: { source: 'delivery' },
    rows: [
      [cell('登记编号'), cell('文号')],
      [cell('文书名称', { lines: 2 })],
      [cell('受送达人'), cell('送达方式')],
      [cell('送达地址', { lines: 2 })],
      [cell('发出日期'), cell('邮件编号')],
      [cell('送达日期'), cell('送达人')],
      [blank('受送达人签收', { lines: 3, sign: true })],
      [blank('代收人签收', { lines: 3, sign: true })],
      [blank('备注', { lines: 2 })],
    ],
    remark: '邮寄的，以交邮之日为答复日期；当面送达的，以签收之日为答复日期。',
  },
  'opinion-slip': {
    title: '征求意见回执',
    when: '随征求第三方意见书发出，由第三方填写',
    basis: { source: 'disclosure', article: 32 },
    rows: [
      [blank('回复人'), blank('联系电话')],
      [cell('所涉信息', { lines: 4 })],
      [blank('意见（选择一项）', { words: '□ 同意公开　　□ 同意公开一部分　　□ 不同意公开' })],
      [blank('同意公开的部分', { lines: 3 })],
      [blank('不同意公开的理由', { lines: 6 })],
      [blank('签名或者盖章', { lines: 3, sign: true })],
    ],
    remark: '请自收到征求意见书之日起15个工作日内回复。',
  },
  'supervision-slip': {
    title: '政府信息公开申请督办单',
    when: '申请逾期未答复时',
    basis: { source: 'disclosure', article: 47, paragraph: 1 },
    rows: [
      ...APPLICATION,
      [cell('答复期限'), cell('承办机构')],
      [cell('督办事项', { lines: 3 })],
      [cell('督办要求', { lines: 3, sign: true })],
      [blank('办理结果', { lines: 4, sign: true })],
    ],
    remark: null,
  },
  'promotion-proposal': {
    title: '主动公开建议单',
    when: '多个申请人申请相同的信息，可以主动公开时',
    basis: { source: 'disclosure', article: 44, paragraph: 1 },
    rows: [
      [cell('所涉信息', { lines: 4 })],
      [cell('申请次数'), cell('承办人')],
      [cell('建议', { lines: 3, sign: true })],
      opinion('审核意见'),
      opinion('签发意见'),
    ],
    remark: null,
  },
} as const satisfies Record<FormKind, FormRule>;
