import type { Block, Table, TableCell } from '../document/block.ts';
import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';

/** A cell as its properties say. `down`: begins or goes on with a merge of rows; `across`: goes on with the cell before it. */
export type WordCell = {
  readonly span: number;
  readonly down: 'restart' | 'continue' | null;
  readonly across: boolean;
  readonly blocks: readonly Block[];
};

/** A row; `before` is how many grid columns it leaves out at its beginning. */
export type WordRow = { readonly before: number; readonly cells: readonly WordCell[] };

const MAX_COLUMNS = 1_000;

/**
 * Positions of a table's cells. A cell that goes on downwards belongs to the one above it at the same grid columns, and what is
 * written in it is not shown; where there is none above, it stands for itself.
 */
export function layOutTable(rows: readonly WordRow[]): Table {
  const cells: { -readonly [Key in keyof TableCell]: TableCell[Key] }[] = [];
  let columns = 0;
  /** Merges that may go on in the next row, by their first column. */
  let open = new Map<number, number>();
  for (const [row, { before, cells: wordCells }] of rows.entries()) {
    const next = new Map<number, number>();
    let column = Math.min(before, MAX_COLUMNS);
    for (const { span, down, across, blocks } of wordCells) {
      const columnSpan = Math.max(1, Math.min(span, MAX_COLUMNS - column));
      const previous = cells.at(-1);
      const above = down === 'continue' ? open.get(column) : undefined;
      if (above !== undefined && cells[above]!.columnSpan === columnSpan) {
        cells[above]!.rowSpan += 1;
        next.set(column, above);
      } else if (across && previous?.row === row && previous.column + previous.columnSpan === column) {
        previous.columnSpan += columnSpan;
      } else {
        cells.push({ row, column, rowSpan: 1, columnSpan, blocks });
        if (down !== null) next.set(column, cells.length - 1);
      }
      column += columnSpan;
      columns = Math.max(columns, column);
    }
    open = next;
    if ((row + 1) * columns > LIMITS.tableArea) fail('too-many-cells');
  }
  return { kind: 'table', rows: rows.length, columns, cells };
}
