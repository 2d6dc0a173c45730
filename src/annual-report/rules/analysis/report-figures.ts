import type { CellPath } from '../../../law/report-form/cells.ts';
import type { Edition } from '../../../law/report-form/edition.ts';
import { REDRESS_GROUPS } from '../../../law/report-form/table-four.ts';
import type { RedressColumn, RedressGroup } from '../../../law/report-form/table-four.ts';
import { APPLICANT_COLUMN_LABEL, APPLICANT_KINDS, OUTCOME_ROWS } from '../../../law/report-form/table-three.ts';
import type { ApplicantKind, TableThreeRow } from '../../../law/report-form/table-three.ts';
import { cellAt } from '../report.ts';
import type { AnnualReport } from '../report.ts';

type PathsOf = (edition: Edition) => readonly CellPath[];
type Definition = { readonly label: string; readonly unit: string; readonly paths: PathsOf };

const total = (row: TableThreeRow): CellPath => `table3.${row}.total`;
/** A row of table three that stands alone; null for an edition that does not have it. */
const row =
  (key: TableThreeRow): PathsOf =>
  () => [total(key)];
/** All rows of a group: （六）其他处理 is one row in the form of 2019 and three in that of 2021. */
const group =
  (name: string): PathsOf =>
  edition =>
    (OUTCOME_ROWS[edition] as readonly TableThreeRow[])
      .filter(key => key === name || key.startsWith(`${name}.`))
      .map(total);
const only2021 =
  (path: CellPath): PathsOf =>
  edition =>
    edition === '2021' ? [path] : [];
const both =
  (path: CellPath): PathsOf =>
  () => [path];
const redress =
  (groups: readonly RedressGroup[], columns: readonly RedressColumn[]): PathsOf =>
  () =>
    groups.flatMap(name => columns.map(column => `table4.${name}.${column}` as const));

const RECONSIDERATION = REDRESS_GROUPS.slice(0, 1);
const LITIGATION = REDRESS_GROUPS.slice(1);
const ENDED = ['upheld', 'corrected', 'other'] as const;

const APPLICANTS = Object.fromEntries(
  APPLICANT_KINDS.map(kind => [
    `new-${kind}`,
    { label: `新收：${APPLICANT_COLUMN_LABEL[kind]}`, unit: '件', paths: both(`table3.new.${kind}`) },
  ]),
) as unknown as Readonly<Record<`new-${ApplicantKind}`, Definition>>;

/** The figures that are followed over years and compared among agencies; each is a cell of the form or a sum of its cells. */
const DEFINITIONS = {
  new: { label: '本年新收', unit: '件', paths: row('new') },
  'carried-in': { label: '上年结转', unit: '件', paths: row('carried-in') },
  settled: { label: '办理结果总计', unit: '件', paths: row('settled') },
  'carried-out': { label: '结转下年度', unit: '件', paths: row('carried-out') },
  granted: { label: '予以公开', unit: '件', paths: row('granted') },
  'partly-granted': { label: '部分公开', unit: '件', paths: row('partly-granted') },
  withheld: { label: '不予公开', unit: '件', paths: group('withheld') },
  unavailable: { label: '无法提供', unit: '件', paths: group('unavailable') },
  declined: { label: '不予处理', unit: '件', paths: group('declined') },
  closed: { label: '其他处理', unit: '件', paths: group('closed') },
  ...APPLICANTS,
  reconsiderations: { label: '行政复议', unit: '件', paths: redress(RECONSIDERATION, ['total']) },
  'reconsiderations-ended': { label: '行政复议已审结', unit: '件', paths: redress(RECONSIDERATION, ENDED) },
  'reconsiderations-corrected': {
    label: '行政复议结果纠正',
    unit: '件',
    paths: redress(RECONSIDERATION, ['corrected']),
  },
  suits: { label: '行政诉讼', unit: '件', paths: redress(LITIGATION, ['total']) },
  'suits-ended': { label: '行政诉讼已审结', unit: '件', paths: redress(LITIGATION, ENDED) },
  'suits-corrected': { label: '行政诉讼结果纠正', unit: '件', paths: redress(LITIGATION, ['corrected']) },
  'documents-issued': { label: '制发规范性文件', unit: '件', paths: only2021('table2.normativeDocument.issued') },
  'documents-repealed': { label: '废止规范性文件', unit: '件', paths: only2021('table2.normativeDocument.repealed') },
  'documents-in-force': {
    label: '现行有效规范性文件',
    unit: '件',
    paths: only2021('table2.normativeDocument.inForce'),
  },
  licenses: { label: '行政许可', unit: '件', paths: both('table2.license.decisions') },
  penalties: { label: '行政处罚', unit: '件', paths: both('table2.penalty.decisions') },
  coercions: { label: '行政强制', unit: '件', paths: both('table2.coercion.decisions') },
  fees: { label: '行政事业性收费', unit: '万元', paths: only2021('table2.administrativeFee.amountWan') },
} as const satisfies Record<string, Definition>;

export type ReportFigure = keyof typeof DEFINITIONS;
export const REPORT_FIGURES: Readonly<Record<ReportFigure, Definition>> = DEFINITIONS;

/** Millionths: sums of 万元 must not be sums of fractions. */
const PER_UNIT = 1_000_000;

export const exactSum = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * PER_UNIT), 0) / PER_UNIT;

/** What a cell counts for: a blank or a stroke is 0, as offices print it; null where a cell is missing or could not be read. */
function countAt(report: Pick<AnnualReport, 'cells'>, path: CellPath): number | null {
  const { kind, value } = cellAt(report, path);
  return kind === 'blank' || kind === 'dash' ? 0 : value;
}

/** A figure of one report; null where a cell of it could not be read or its edition of the form does not have it. Never a silent 0. */
export function figureOf(report: Pick<AnnualReport, 'cells' | 'edition'>, figure: ReportFigure): number | null {
  const values = REPORT_FIGURES[figure].paths(report.edition).map(path => countAt(report, path));
  if (values.length === 0 || values.includes(null)) return null;
  return exactSum(values.filter(value => value !== null));
}
