import type { Edition } from '../../../law/report-form/edition.ts';
import type { RedressColumn, RedressGroup } from '../../../law/report-form/table-four.ts';
import {
  LITIGATION_LABEL,
  REDRESS_COLUMN_LABEL,
  REDRESS_COLUMNS,
  REDRESS_GROUP_LABEL,
  REDRESS_GROUPS,
} from '../../../law/report-form/table-four.ts';
import type { ApplicantColumn, OutcomeGroup, TableThreeRow } from '../../../law/report-form/table-three.ts';
import {
  APPLICANT_COLUMN_LABEL,
  APPLICANT_COLUMNS,
  OUTCOME_GROUPS,
  RESULTS_LABEL,
  TABLE_THREE_CAPTIONS,
  TABLE_THREE_LABEL,
} from '../../../law/report-form/table-three.ts';
import type { TableTwoBlock } from '../../../law/report-form/table-two.ts';
import { TABLE_TWO, TABLE_TWO_FIRST_COLUMN } from '../../../law/report-form/table-two.ts';
import { canonicalLabel } from './canonical-label.ts';

/** What a label of the form's tables stands for. */
export type LabelMeaning =
  | { readonly kind: 'block'; readonly item: string }
  | { readonly kind: 'first-column' }
  | { readonly kind: 'column-two'; readonly column: string; readonly editions: readonly Edition[] }
  | { readonly kind: 'row-two'; readonly row: string; readonly editions: readonly Edition[] }
  | { readonly kind: 'caption-three' }
  | { readonly kind: 'column-three'; readonly column: ApplicantColumn }
  | { readonly kind: 'row-three'; readonly row: TableThreeRow }
  | { readonly kind: 'group-three'; readonly group: OutcomeGroup | 'results' }
  | { readonly kind: 'litigation' }
  | { readonly kind: 'group-four'; readonly group: RedressGroup }
  | { readonly kind: 'column-four'; readonly column: RedressColumn }
  /** 其他 and 总计 without a number are a column or a row: what stands around them decides. */
  | { readonly kind: 'other' }
  | { readonly kind: 'total' };

/** A label of the form, its words, and whether it may be recognised with characters wrong or missing. */
export type FormLabel = {
  readonly meaning: LabelMeaning;
  /** The form's own wording; an alias keeps the wording of the label it stands for. */
  readonly label: string;
  readonly core: string;
  readonly isAlias: boolean;
};

const EDITIONS: readonly Edition[] = ['2021', '2019'];
const blocksOf = (edition: Edition): readonly TableTwoBlock[] => TABLE_TWO[edition];

const label = (meaning: LabelMeaning, text: string): FormLabel => ({
  meaning,
  label: text,
  core: canonicalLabel(text).core,
  isAlias: false,
});
const alias = (meaning: LabelMeaning, text: string, core: string): FormLabel => ({
  meaning,
  label: text,
  core,
  isAlias: true,
});

function labelsOfTableTwo(): FormLabel[] {
  const columns = new Map<string, { key: string; label: string; editions: Edition[] }>();
  const rows = new Map<string, { key: string; label: string; editions: Edition[] }>();
  const enter = (into: typeof rows, key: string, text: string, edition: Edition) => {
    const known = into.get(text) ?? { key, label: text, editions: [] };
    if (!known.editions.includes(edition)) known.editions.push(edition);
    into.set(text, known);
  };
  for (const edition of EDITIONS)
    for (const row of blocksOf(edition).flatMap(block => block.rows)) {
      enter(rows, row.key, row.label, edition);
      for (const column of row.columns) enter(columns, column.key, column.label, edition);
    }
  return [
    ...[...columns.values()].map(({ key, label: text, editions }) =>
      label({ kind: 'column-two', column: key, editions }, text),
    ),
    ...[...rows.values()].map(({ key, label: text, editions }) => label({ kind: 'row-two', row: key, editions }, text)),
    label({ kind: 'first-column' }, TABLE_TWO_FIRST_COLUMN),
  ];
}

const column2019 = (column: string): LabelMeaning => ({ kind: 'column-two', column, editions: ['2019'] });
const column2021 = (column: string): LabelMeaning => ({ kind: 'column-two', column, editions: ['2021'] });

// Wordings seen on published pages that are too far from the form's to be found by likeness.
const ALIASES: readonly FormLabel[] = [
  alias(column2021('amountWan'), '本年收费金额（单位：万元）', '本年收费金额'),
  alias(column2021('amountWan'), '本年收费金额（单位：万元）', '收费金额'),
  alias(column2021('issued'), '本年制发件数', '本年发件'),
  alias(column2021('inForce'), '现行有效件数', '现行有效件'),
  alias(column2019('made'), '本年新制作数量', '本年新'),
  alias(column2019('change'), '本年增/减', '本年增'),
  alias(column2019('change'), '本年增/减', '本年增减情况'),
  alias(column2019('projects'), '采购项目数量', '采购项目数'),
  alias(column2019('amount'), '采购总金额', '采购金额'),
  alias({ kind: 'row-two', row: 'administrativeFee', editions: EDITIONS }, '行政事业性收费', '事业性收费'),
  alias({ kind: 'row-two', row: 'procurement', editions: ['2019'] }, '政府集中采购', '集中采购'),
  alias({ kind: 'row-three', row: 'new' }, TABLE_THREE_LABEL.new, '本年新收政府信息公开申请'),
  alias({ kind: 'row-three', row: 'carried-in' }, TABLE_THREE_LABEL['carried-in'], '上年结转政府信息公开申请'),
  alias({ kind: 'row-three', row: 'partly-granted' }, TABLE_THREE_LABEL['partly-granted'], '部分公开'),
  alias(
    { kind: 'row-three', row: 'closed.clarification-lapsed' },
    TABLE_THREE_LABEL['closed.clarification-lapsed'],
    '逾期不补正',
  ),
  alias(
    { kind: 'row-three', row: 'closed.clarification-lapsed' },
    TABLE_THREE_LABEL['closed.clarification-lapsed'],
    '申请人无正当理由逾期不补正',
  ),
  alias({ kind: 'row-three', row: 'closed.fee-unpaid' }, TABLE_THREE_LABEL['closed.fee-unpaid'], '逾期不缴费'),
  alias({ kind: 'row-three', row: 'closed.fee-unpaid' }, TABLE_THREE_LABEL['closed.fee-unpaid'], '逾期未缴费'),
  alias(
    { kind: 'row-three', row: 'closed.fee-unpaid' },
    TABLE_THREE_LABEL['closed.fee-unpaid'],
    '申请人逾期未按收费通知要求缴纳费用',
  ),
  alias({ kind: 'column-three', column: 'researchInstitute' }, APPLICANT_COLUMN_LABEL.researchInstitute, '科研企业'),
  alias({ kind: 'caption-three' }, TABLE_THREE_CAPTIONS.corner, '本列数据的勾稽关系'),
  alias({ kind: 'caption-three' }, TABLE_THREE_CAPTIONS.organizations, '法人和其他组织'),
  alias({ kind: 'group-three', group: 'results' }, RESULTS_LABEL, '本年度办理结果'),
];

/** Every label of the form's tables in both editions, and the wordings that stand for them. */
export const FORM_LABELS: readonly FormLabel[] = [
  ...labelsOfTableTwo(),
  label({ kind: 'caption-three' }, TABLE_THREE_CAPTIONS.corner),
  label({ kind: 'caption-three' }, TABLE_THREE_CAPTIONS.applicants),
  label({ kind: 'caption-three' }, TABLE_THREE_CAPTIONS.organizations),
  ...APPLICANT_COLUMNS.filter(column => column !== 'otherOrganization' && column !== 'total').map(column =>
    label({ kind: 'column-three', column }, APPLICANT_COLUMN_LABEL[column]),
  ),
  label({ kind: 'other' }, APPLICANT_COLUMN_LABEL.otherOrganization),
  label({ kind: 'total' }, APPLICANT_COLUMN_LABEL.total),
  label({ kind: 'group-three', group: 'results' }, RESULTS_LABEL),
  ...OUTCOME_GROUPS.map(({ key, label: text }) => label({ kind: 'group-three', group: key }, text)),
  ...(Object.entries(TABLE_THREE_LABEL) as [TableThreeRow, string][])
    .filter(([row]) => row !== 'closed' && row !== 'closed.other' && row !== 'settled')
    .map(([row, text]) => label({ kind: 'row-three', row }, text)),
  label({ kind: 'litigation' }, LITIGATION_LABEL),
  ...REDRESS_GROUPS.map(group => label({ kind: 'group-four', group }, REDRESS_GROUP_LABEL[group])),
  ...REDRESS_COLUMNS.filter(column => column !== 'total').map(column =>
    label({ kind: 'column-four', column }, REDRESS_COLUMN_LABEL[column]),
  ),
  ...ALIASES,
];
