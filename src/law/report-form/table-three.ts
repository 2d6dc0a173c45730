import type { Edition } from './edition.ts';

/** Columns of table three, in the order of the form. */
export const APPLICANT_COLUMNS = [
  'naturalPerson',
  'enterprise',
  'researchInstitute',
  'publicInterestBody',
  'legalService',
  'otherOrganization',
  'total',
] as const;
export type ApplicantColumn = (typeof APPLICANT_COLUMNS)[number];
export type ApplicantKind = Exclude<ApplicantColumn, 'total'>;
export const APPLICANT_KINDS = APPLICANT_COLUMNS.slice(0, 6) as readonly ApplicantKind[];

export const APPLICANT_COLUMN_LABEL = {
  naturalPerson: '自然人',
  enterprise: '商业企业',
  researchInstitute: '科研机构',
  publicInterestBody: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganization: '其他',
  total: '总计',
} as const satisfies Record<ApplicantColumn, string>;

/** Captions over the columns. */
export const TABLE_THREE_CAPTIONS = {
  corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  applicants: '申请人情况',
  organizations: '法人或其他组织',
} as const;

/** Rows of table three (form of 2021), in the order of the form. Keys are the contract's. */
export const OUTCOME_ROWS_2021 = [
  'granted',
  'partly-granted',
  'withheld.state-secret',
  'withheld.forbidden-by-law',
  'withheld.security-and-stability',
  'withheld.third-party-interest',
  'withheld.internal-affairs',
  'withheld.deliberative',
  'withheld.enforcement-file',
  'withheld.registry-inquiry',
  'unavailable.not-held',
  'unavailable.requires-creation',
  'unavailable.still-unclear',
  'declined.petition',
  'declined.repeat',
  'declined.publication',
  'declined.vexatious',
  'declined.reissue',
  'closed.clarification-lapsed',
  'closed.fee-unpaid',
  'closed.other',
] as const;
export type OutcomeRow = (typeof OUTCOME_ROWS_2021)[number];
/** The edition of 2019 has one row (六)其他处理 where that of 2021 has three. */
export type TableThreeRow = 'new' | 'carried-in' | OutcomeRow | 'closed' | 'settled' | 'carried-out';

const OUTCOME_ROWS_2019 = [...OUTCOME_ROWS_2021.slice(0, 18), 'closed'] as const satisfies readonly TableThreeRow[];
export const OUTCOME_ROWS = { '2021': OUTCOME_ROWS_2021, '2019': OUTCOME_ROWS_2019 } as const satisfies Record<
  Edition,
  readonly TableThreeRow[]
>;
export const TABLE_THREE_ROWS = {
  '2021': ['new', 'carried-in', ...OUTCOME_ROWS_2021, 'settled', 'carried-out'],
  '2019': ['new', 'carried-in', ...OUTCOME_ROWS_2019, 'settled', 'carried-out'],
} as const satisfies Record<Edition, readonly TableThreeRow[]>;

/** The form's labels, exact. */
export const TABLE_THREE_LABEL = {
  new: '一、本年新收政府信息公开申请数量',
  'carried-in': '二、上年结转政府信息公开申请数量',
  granted: '（一）予以公开',
  'partly-granted': '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  'withheld.state-secret': '1.属于国家秘密',
  'withheld.forbidden-by-law': '2.其他法律行政法规禁止公开',
  'withheld.security-and-stability': '3.危及“三安全一稳定”',
  'withheld.third-party-interest': '4.保护第三方合法权益',
  'withheld.internal-affairs': '5.属于三类内部事务信息',
  'withheld.deliberative': '6.属于四类过程性信息',
  'withheld.enforcement-file': '7.属于行政执法案卷',
  'withheld.registry-inquiry': '8.属于行政查询事项',
  'unavailable.not-held': '1.本机关不掌握相关政府信息',
  'unavailable.requires-creation': '2.没有现成信息需要另行制作',
  'unavailable.still-unclear': '3.补正后申请内容仍不明确',
  'declined.petition': '1.信访举报投诉类申请',
  'declined.repeat': '2.重复申请',
  'declined.publication': '3.要求提供公开出版物',
  'declined.vexatious': '4.无正当理由大量反复申请',
  'declined.reissue': '5.要求行政机关确认或重新出具已获取信息',
  'closed.clarification-lapsed': '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'closed.fee-unpaid': '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'closed.other': '3.其他',
  closed: '（六）其他处理',
  settled: '（七）总计',
  'carried-out': '四、结转下年度继续办理',
} as const satisfies Record<TableThreeRow, string>;

/** The groups of part three of the table: their label, and the rows they span, in order. */
export const OUTCOME_GROUPS = [
  { key: 'withheld', label: '（三）不予公开' },
  { key: 'unavailable', label: '（四）无法提供' },
  { key: 'declined', label: '（五）不予处理' },
  { key: 'closed', label: '（六）其他处理' },
] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]['key'];
export const RESULTS_LABEL = '三、本年度办理结果';

/** The group a row belongs to; null for rows that stand alone (the single 其他处理 row of 2019 is its own label). */
export function outcomeGroupOf(row: TableThreeRow): OutcomeGroup | null {
  return OUTCOME_GROUPS.find(group => row.startsWith(`${group.key}.`))?.key ?? null;
}

export type TableThreePath = `table3.${TableThreeRow}.${ApplicantColumn}`;
