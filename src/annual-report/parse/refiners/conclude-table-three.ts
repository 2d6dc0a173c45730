import type { Edition } from '../../../law/report-form/edition.ts';
import type { TableThreeRow } from '../../../law/report-form/table-three.ts';
import {
  APPLICANT_COLUMNS,
  OUTCOME_GROUPS,
  outcomeGroupOf,
  TABLE_THREE_LABEL,
  TABLE_THREE_ROWS,
} from '../../../law/report-form/table-three.ts';
import type { ReadingNote } from '../../rules/report.ts';
import type { RowOfCells } from './concluded-cells.ts';
import { cellsOfRow, oneOf } from './concluded-cells.ts';
import type { DataRow } from './place-data.ts';
import { placeData } from './place-data.ts';
import type { RowThreeSeen, TableReadings } from './table-readings.ts';

const WIDTH = APPLICANT_COLUMNS.length;

/** A row's name in a sentence: （五）不予处理3.要求提供公开出版物. */
function nameOf(row: TableThreeRow): string {
  const group = OUTCOME_GROUPS.find(({ key }) => key === outcomeGroupOf(row));
  return `${group?.label ?? ''}${TABLE_THREE_LABEL[row]}`;
}

/** Columns of the header's seven cells, where a grid has them all in the form's order. */
function headerOf(row: RowThreeSeen, readings: TableReadings): readonly number[] | null {
  const seen = readings.headers.get(row.table);
  const columns = APPLICANT_COLUMNS.flatMap(column => seen?.get(column) ?? []);
  const isAscending = columns.every((column, index) => index === 0 || column > columns[index - 1]!);
  return columns.length === WIDTH && isAscending ? columns : null;
}

/** The rows of the other edition: what stood there is told, because no cell of this edition can hold it. */
function foreignNote(row: RowThreeSeen, edition: Edition): ReadingNote {
  const data = row.slots.map(slot => (slot.isBlank ? '（空）' : slot.text)).join('、');
  return {
    kind: 'other-edition',
    message: `表三“${row.printed.trim().slice(0, 60)}”一行是另一版的行，${edition}年版没有，原表数字为：${data === '' ? '无' : data}`,
    place: row.place,
  };
}

export const measuredThree = (rows: readonly RowThreeSeen[]): readonly (DataRow & { readonly width: number })[] =>
  rows.map(row => ({ ...row, width: WIDTH }));

/** Every row of table three that the edition has, read once, and notes on rows that it does not have. */
export function concludeTableThree(
  readings: TableReadings,
  edition: Edition,
  all: readonly (DataRow & { readonly width: number })[],
): { readonly rows: readonly RowOfCells[]; readonly notes: readonly ReadingNote[] } {
  const own: readonly TableThreeRow[] = TABLE_THREE_ROWS[edition];
  const rows = [...Map.groupBy(readings.three, row => row.row)].flatMap(([row, printings]) => {
    if (!own.includes(row)) return [];
    const targets = APPLICANT_COLUMNS.map(column => ({
      path: `table3.${row}.${column}` as const,
      unit: 'count' as const,
    }));
    return (
      oneOf(
        printings.map(seen =>
          cellsOfRow(placeData(seen, WIDTH, all, headerOf(seen, readings)), targets, { ...seen, name: nameOf(row) }),
        ),
      ) ?? []
    );
  });
  const foreign = readings.three.filter(row => !own.includes(row.row) && row.slots.length > 0);
  return { rows, notes: foreign.map(row => foreignNote(row, edition)) };
}
