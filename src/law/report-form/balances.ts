import type { CellPath } from './cells.ts';
import type { Edition } from './edition.ts';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from './table-four.ts';
import type { RedressGroup } from './table-four.ts';
import { APPLICANT_COLUMNS, APPLICANT_KINDS, OUTCOME_ROWS, TABLE_THREE_ROWS } from './table-three.ts';
import type { ApplicantColumn, TableThreeRow } from './table-three.ts';

/** One equality of the form (勾稽关系): the sum of `left` equals the sum of `right`. */
export type Balance = {
  readonly kind: 'row-sum' | 'settled-sum' | 'intake-balance' | 'redress-sum';
  /** Where a finding points: the total cell, or the column `table3.enterprise`. */
  readonly where: string;
  readonly left: readonly CellPath[];
  readonly right: readonly CellPath[];
};

const cell = (row: TableThreeRow, column: ApplicantColumn) => `table3.${row}.${column}` as const;

/** E1: in every row of table three, the total is the sum of the six kinds of applicants. */
function rowSums(edition: Edition): Balance[] {
  return TABLE_THREE_ROWS[edition].map(row => ({
    kind: 'row-sum',
    where: cell(row, 'total'),
    left: APPLICANT_KINDS.map(kind => cell(row, kind)),
    right: [cell(row, 'total')],
  }));
}

/** E2: in every column, （七）总计 is the sum of all outcome rows. */
function settledSums(edition: Edition): Balance[] {
  return APPLICANT_COLUMNS.map(column => ({
    kind: 'settled-sum',
    where: cell('settled', column),
    left: OUTCOME_ROWS[edition].map(row => cell(row, column)),
    right: [cell('settled', column)],
  }));
}

/** E3: in every column, 第一项加第二项之和，等于第三项加第四项之和. */
function intakeBalances(): Balance[] {
  return APPLICANT_COLUMNS.map(column => ({
    kind: 'intake-balance',
    where: `table3.${column}`,
    left: [cell('new', column), cell('carried-in', column)],
    right: [cell('settled', column), cell('carried-out', column)],
  }));
}

/** E5: in each group of table four, the total is the sum of its four results. */
function redressSums(): Balance[] {
  return REDRESS_GROUPS.map((group: RedressGroup) => ({
    kind: 'redress-sum',
    where: `table4.${group}.total`,
    left: REDRESS_COLUMNS.slice(0, 4).map(column => `table4.${group}.${column}` as const),
    right: [`table4.${group}.total`],
  }));
}

/** Every equality that the form of an edition demands: 42 of them. */
export const BALANCES = {
  '2021': [...rowSums('2021'), ...settledSums('2021'), ...intakeBalances(), ...redressSums()],
  '2019': [...rowSums('2019'), ...settledSums('2019'), ...intakeBalances(), ...redressSums()],
} as const satisfies Record<Edition, readonly Balance[]>;
