import type { Edition } from './edition.ts';
import { REDRESS_COLUMN_LABEL, REDRESS_COLUMNS, REDRESS_GROUP_LABEL, REDRESS_GROUPS } from './table-four.ts';
import type { TableFourPath } from './table-four.ts';
import {
  APPLICANT_COLUMN_LABEL,
  APPLICANT_COLUMNS,
  OUTCOME_GROUPS,
  outcomeGroupOf,
  TABLE_THREE_LABEL,
  TABLE_THREE_ROWS,
} from './table-three.ts';
import type { TableThreePath } from './table-three.ts';
import { TABLE_TWO } from './table-two.ts';
import type { TableTwoBlock, TableTwoPath } from './table-two.ts';

/** The address of one cell of the form, as the contract writes it: `table3.declined.publication.other…`. */
export type CellPath = TableTwoPath | TableThreePath | TableFourPath;
export type TableKey = 'table2' | 'table3' | 'table4';
/** What a cell counts: a whole number, a change that may be negative, or an amount of money that may have decimals. */
export type CellUnit = 'count' | 'signed' | 'wan-yuan' | 'amount';
export type FormCell = {
  readonly path: CellPath;
  readonly table: TableKey;
  readonly unit: CellUnit;
  /** The cell in words: 「行政规范性文件·本年制发件数」. */
  readonly name: string;
};

function cellsOfTableTwo(edition: Edition): FormCell[] {
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[edition];
  return blocks.flatMap(block =>
    block.rows.flatMap(row =>
      row.columns.map(column => ({
        path: `table2.${row.key}.${column.key}` as TableTwoPath,
        table: 'table2' as const,
        unit: column.unit,
        name: `${row.label}·${column.label}`,
      })),
    ),
  );
}

function cellsOfTableThree(edition: Edition): FormCell[] {
  return TABLE_THREE_ROWS[edition].flatMap(row => {
    const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
    return APPLICANT_COLUMNS.map(column => ({
      path: `table3.${row}.${column}` as const,
      table: 'table3' as const,
      unit: 'count' as const,
      name: `${group === undefined ? '' : group.label}${TABLE_THREE_LABEL[row]}·${APPLICANT_COLUMN_LABEL[column]}`,
    }));
  });
}

function cellsOfTableFour(): FormCell[] {
  return REDRESS_GROUPS.flatMap(group =>
    REDRESS_COLUMNS.map(column => ({
      path: `table4.${group}.${column}` as const,
      table: 'table4' as const,
      unit: 'count' as const,
      name: `${REDRESS_GROUP_LABEL[group]}·${REDRESS_COLUMN_LABEL[column]}`,
    })),
  );
}

function cellsOf(edition: Edition): readonly FormCell[] {
  return [...cellsOfTableTwo(edition), ...cellsOfTableThree(edition), ...cellsOfTableFour()];
}

/** Every cell of the form, in reading order: 200 in the edition of 2021, 198 in that of 2019. */
export const FORM_CELLS = { '2021': cellsOf('2021'), '2019': cellsOf('2019') } as const satisfies Record<
  Edition,
  readonly FormCell[]
>;

const BY_PATH: ReadonlyMap<string, FormCell> = new Map(
  [...FORM_CELLS['2019'], ...FORM_CELLS['2021']].map(cell => [cell.path, cell]),
);

/** The form's cell at a path of either edition; undefined where the form has none. */
export function findFormCell(path: string): FormCell | undefined {
  return BY_PATH.get(path);
}
