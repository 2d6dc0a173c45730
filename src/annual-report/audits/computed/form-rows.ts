import type { FormCell, TableKey } from '../../../law/report-form/cells.ts';
import { FORM_CELLS } from '../../../law/report-form/cells.ts';
import type { Edition } from '../../../law/report-form/edition.ts';
import { lineOf } from './cell-name.ts';

type Rows = readonly (readonly FormCell[])[];

function rowsOf(edition: Edition, table: TableKey): Rows {
  const cells = FORM_CELLS[edition].filter(cell => cell.table === table);
  return [...Map.groupBy(cells, ({ path }) => lineOf(path)).values()];
}

function tablesOf(edition: Edition): Readonly<Record<TableKey, Rows>> {
  return {
    table2: rowsOf(edition, 'table2'),
    table3: rowsOf(edition, 'table3'),
    table4: rowsOf(edition, 'table4'),
  };
}

/** The cells of the form, by table and row (in table four by group), in the order of the form. */
export const FORM_ROWS = { '2019': tablesOf('2019'), '2021': tablesOf('2021') } as const satisfies Record<
  Edition,
  Readonly<Record<TableKey, Rows>>
>;
