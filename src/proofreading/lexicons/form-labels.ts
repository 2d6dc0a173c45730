import { SECTION_HEADING } from '../../law/report-form/sections.ts';
import {
  APPLICANT_COLUMN_LABEL,
  OUTCOME_GROUPS,
  RESULTS_LABEL,
  TABLE_THREE_CAPTIONS,
  TABLE_THREE_LABEL,
} from '../../law/report-form/table-three.ts';
import { TABLE_TWO } from '../../law/report-form/table-two.ts';
import type { Lexicon } from '../lexicon.ts';

const printed = [
  ...Object.values(SECTION_HEADING),
  ...Object.values(APPLICANT_COLUMN_LABEL),
  ...OUTCOME_GROUPS.map(({ label }) => label),
  RESULTS_LABEL,
  ...Object.values(TABLE_THREE_CAPTIONS),
  ...Object.values(TABLE_THREE_LABEL),
  ...Object.values(TABLE_TWO).flatMap(blocks =>
    blocks.flatMap(({ rows }) => rows.flatMap(({ label, columns }) => [label, ...columns.map(column => column.label)])),
  ),
  '申请人情况',
  '未经复议直接起诉',
  '复议后起诉',
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
];

/** A label without its ordinal and brackets: the runs of characters it is made of. */
const partsOf = (label: string): readonly string[] =>
  label.replace(/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|^\d+\./u, '').split(/[^\p{Script=Han}、]+/u);

/** Every heading, caption and label of the report form (the tables' own texts, so that the two can never differ). */
export const FORM_LABELS: Lexicon = {
  source: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号及2019年版）',
  kind: 'statutory',
  level: 'warning',
  terms: [...new Set(printed.flatMap(partsOf).filter(part => part.length >= 4))],
};
