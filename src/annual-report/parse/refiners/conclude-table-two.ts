import type { Edition } from '../../../law/report-form/edition.ts';
import type { TableTwoBlock, TableTwoPath, TableTwoRow } from '../../../law/report-form/table-two.ts';
import { TABLE_TWO } from '../../../law/report-form/table-two.ts';
import type { ReadingNote } from '../../rules/report.ts';
import type { RowOfCells, Target } from './concluded-cells.ts';
import { cellsOfRow, oneOf } from './concluded-cells.ts';
import type { DataRow } from './place-data.ts';
import { placeData } from './place-data.ts';
import type { RowTwoSeen } from './table-readings.ts';

type Column = TableTwoRow['columns'][number];
type Measured = DataRow & { readonly width: number };

const other = (edition: Edition): Edition => (edition === '2019' ? '2021' : '2019');

/** A row of table two in an edition; undefined where the edition does not have it. */
export function findRowTwo(edition: Edition, key: string): TableTwoRow | undefined {
  const blocks: readonly TableTwoBlock[] = TABLE_TWO[edition];
  return blocks.flatMap(block => block.rows).find(row => row.key === key);
}

/** The columns that stand over a row, in their printed order: the form's own unless the header shows the other edition's. */
export function columnsOver(row: RowTwoSeen, edition: Edition): readonly Column[] {
  const own = findRowTwo(edition, row.row)?.columns;
  const foreign = findRowTwo(other(edition), row.row)?.columns;
  const isForeign = (keys: readonly string[]) => foreign?.some(column => keys.includes(column.key)) ?? false;
  const seen = row.columns.map(({ column }) => column);
  const ownSeen =
    own?.some(column => row.columns.some(s => s.column === column.key && s.editions.includes(edition))) ?? false;
  const showsForeign = own === undefined || (foreign !== undefined && !ownSeen && isForeign(seen));
  const columns = (showsForeign ? foreign : own) ?? [];
  const ordered = seen.flatMap(key => columns.find(column => column.key === key) ?? []);
  return ordered.length === columns.length && new Set(ordered).size === columns.length ? ordered : columns;
}

/** Where a printed column goes: the same column of the edition, in the documents' block the column of the same position. */
function targetsOf(row: RowTwoSeen, columns: readonly Column[], edition: Edition): readonly Target[] {
  const own = findRowTwo(edition, row.row)?.columns ?? [];
  const isDocuments = own.length === 3 && columns.length === 3;
  return columns.map((column, index) => {
    const target =
      own.find(({ key }) => key === column.key) ?? (isDocuments && !own.includes(column) ? own[index] : undefined);
    return target === undefined ? null : { path: `table2.${row.row}.${target.key}` as TableTwoPath, unit: target.unit };
  });
}

/** The rows of table two as data rows with their widths, to measure other rows against. */
export const measuredTwo = (rows: readonly RowTwoSeen[], edition: Edition): readonly Measured[] =>
  rows.map(row => ({ ...row, width: columnsOver(row, edition).length }));

function foreignNote(row: RowTwoSeen, edition: Edition): ReadingNote {
  const data = row.slots.map(slot => (slot.isBlank ? '（空）' : slot.text)).join('、');
  return {
    kind: 'other-edition',
    message: `“${row.printed.trim().slice(0, 60)}”一行用的是${other(edition)}年版的列，与${edition}年版不能一一对应，原表数字为：${data === '' ? '无' : data}`,
    place: row.place,
  };
}

/** Every row of table two that the edition has, read once. */
export function concludeTableTwo(
  rows: readonly RowTwoSeen[],
  edition: Edition,
  all: readonly Measured[],
): readonly RowOfCells[] {
  const concluded = Map.groupBy(rows, row => row.row);
  return [...concluded.values()].flatMap(printings => {
    const read = printings.map(row => {
      const columns = columnsOver(row, edition);
      const targets = targetsOf(row, columns, edition);
      const header =
        row.columns.length === columns.length && row.layout === 'grid' ? row.columns.map(({ at }) => at) : null;
      const name = findRowTwo(edition, row.row)?.label ?? row.printed;
      const cells = cellsOfRow(placeData(row, columns.length, all, header), targets, { ...row, name });
      const own = findRowTwo(edition, row.row)?.columns ?? [];
      const isForeign = columns.some(column => !own.includes(column));
      return isForeign && row.slots.length > 0
        ? { ...cells, notes: [...cells.notes, foreignNote(row, edition)] }
        : cells;
    });
    return oneOf(read) ?? [];
  });
}
