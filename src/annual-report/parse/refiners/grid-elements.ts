import type { Grid } from '../piece.ts';
import type { Place } from '../../rules/cell.ts';
import type { ElementBuilder, RawCell } from './element-builder.ts';
import { isProse } from './element-builder.ts';

const LONGEST_CELL = 300;

const placeOf = (place: Place, row: number, column: number): Place => ({ ...place, row: row + 1, column: column + 1 });

/** A table of the page as rows. A table of one column, and cells that hold whole paragraphs, are lines: they only arrange the page. */
export function readGrid(grid: Grid, place: Place, into: ElementBuilder): void {
  into.nextTable();
  const rows = new Map<number, RawCell[]>();
  for (const cell of grid.cells) {
    const row = rows.get(cell.row) ?? [];
    row.push({ text: cell.text, column: cell.column, place: placeOf(place, cell.row, cell.column) });
    rows.set(cell.row, row);
  }
  const isColumn =
    grid.columns <= 1 ||
    [...rows.values()].every(cells => cells.filter(cell => cell.text.trim() !== '').length <= 1 && cells.length <= 1);
  for (const [, unsorted] of [...rows].sort(([a], [b]) => a - b)) {
    const cells = unsorted.sort((a, b) => a.column - b.column);
    const filled = cells.filter(cell => cell.text.trim() !== '');
    if (isColumn || (filled.length === 1 && isProse(filled[0]!.text))) {
      for (const cell of filled) for (const line of cell.text.split('\n')) into.line(line, cell.place);
      continue;
    }
    if (filled.some(cell => cell.text.length > LONGEST_CELL && isProse(cell.text))) {
      for (const cell of filled) for (const line of cell.text.split('\n')) into.line(line, cell.place);
      continue;
    }
    into.row(cells, 'grid');
  }
  into.nextTable();
}
