import type { Block, Table, TableCell } from '../document/block.ts';
import { HTML_MAX_COLUMN_SPAN, HTML_MAX_ROW_SPAN, LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';

/** A cell as its tag says; `rowSpan` 0 means down to the end of its row group. */
export type TagCell = { readonly rowSpan: number; readonly columnSpan: number; readonly blocks: readonly Block[] };

/** A span wider than this only says “all across”; it makes no columns of its own. */
const ACROSS = 100;

/** A span attribute as HTML reads it: leading digits, 1 where there are none, cut at HTML's own maximum. */
export function spanOf(attribute: string | undefined, kind: 'row' | 'column'): number {
  const value = Number.parseInt(attribute ?? '', 10);
  if (Number.isNaN(value) || value < 0) return 1;
  if (kind === 'row') return Math.min(value, HTML_MAX_ROW_SPAN);
  return value === 0 ? 1 : Math.min(value, HTML_MAX_COLUMN_SPAN);
}

/**
 * Positions of a table's cells by the rules of HTML for forming a table: each takes the first free slot of its row, a span of
 * rows ends with the row group. A span of columns that runs into an occupied slot is cut there, so that no two cells overlap.
 */
export function layOutTable(groups: readonly (readonly (readonly TagCell[])[])[]): Table {
  const placed: TableCell[] = [];
  /** For each column the row in which it is free again. */
  const freeFrom: number[] = [];
  let [rows, columns] = [0, 0];
  for (const group of groups) {
    const end = rows + group.length;
    for (const cells of group) {
      let column = 0;
      for (const { rowSpan, columnSpan, blocks } of cells) {
        while ((freeFrom[column] ?? 0) > rows) column += 1;
        const until = rowSpan === 0 ? end : Math.min(rows + rowSpan, end);
        let width = 0;
        while (width < columnSpan && (freeFrom[column + width] ?? 0) <= rows) {
          freeFrom[column + width] = until;
          width += 1;
        }
        placed.push({ row: rows, column, rowSpan: until - rows, columnSpan: width, blocks });
        columns = Math.max(columns, column + (columnSpan > ACROSS ? 1 : width));
        column += width;
      }
      rows += 1;
      if (rows * columns > LIMITS.tableArea) fail('too-many-cells');
    }
  }
  const cells = placed.map(cell =>
    cell.column + cell.columnSpan > columns ? { ...cell, columnSpan: columns - cell.column } : cell,
  );
  return { kind: 'table', rows, columns, cells };
}
