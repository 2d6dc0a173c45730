import type { Block, FlatBlock, Table, TableCell, TextCell } from './block.ts';

/** A cell with more text than this in several paragraphs is a page column, not a datum: labels of forms stay below 120. */
const PROSE_CHARACTERS = 300;
/** What may stand in the last cell of a table before the rest of the page, which lies in it because the cell was never closed. */
const DATUM_CHARACTERS = 20;

const isTable = (block: Block): block is Table => block.kind === 'table';
const nests = (cell: TableCell) => cell.blocks.some(isTable);

function lineTextOf(blocks: readonly Block[]): string {
  return blocks
    .map(block =>
      block.kind === 'paragraph' ? block.text : block.cells.map(cell => lineTextOf(cell.blocks)).join(' '),
    )
    .filter(text => text !== '')
    .join('\n');
}

const textCell = ({ blocks, ...position }: TableCell): TextCell => ({ ...position, text: lineTextOf(blocks) });

function isProse(cell: TableCell): boolean {
  const paragraphs = cell.blocks.filter(block => !isTable(block) && block.text !== '');
  if (paragraphs.length < 2) return false;
  return paragraphs.reduce((sum, block) => sum + (isTable(block) ? 0 : block.text.length), 0) > PROSE_CHARACTERS;
}

const cellsInside = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      isTable(block) ? sum + block.cells.reduce((inner, cell) => inner + 1 + cellsInside(cell.blocks), 0) : sum,
    0,
  );

/** Rows `first` up to `last` as a table of their own; cells that reach beyond are cut. */
function cutRows(table: Table, first: number, last: number): FlatBlock[] {
  const cells = table.cells
    .filter(cell => cell.row >= first && cell.row < last)
    .map(cell => ({ ...textCell(cell), row: cell.row - first, rowSpan: Math.min(cell.rowSpan, last - cell.row) }));
  return cells.length === 0 ? [] : [{ kind: 'table', rows: last - first, columns: table.columns, cells }];
}

/** A table that arranges a page: rows of plain cells stay tables, the cells of every other row follow one another. */
function unfoldLayout(table: Table): FlatBlock[] {
  const byRow = Map.groupBy(table.cells, cell => cell.row);
  const flat: FlatBlock[] = [];
  let tableFrom: number | null = null;
  for (let row = 0; row <= table.rows; row += 1) {
    const cells = byRow.get(row) ?? [];
    const isPlain =
      row < table.rows && !cells.some(cell => nests(cell) || isProse(cell)) && (cells.length > 1 || tableFrom !== null);
    if (isPlain) {
      tableFrom ??= row;
      continue;
    }
    if (tableFrom !== null) flat.push(...cutRows(table, tableFrom, row));
    tableFrom = null;
    for (const cell of cells) flat.push(...unfoldTables(cell.blocks));
  }
  return flat;
}

/** A table's own cells as text, then what lies in them from the block on that `endOf` names. */
function unfoldData(table: Table, endOf: (cell: TableCell) => number): FlatBlock[] {
  const behind: Block[] = [];
  const cells = table.cells.map(cell => {
    const end = endOf(cell);
    behind.push(...cell.blocks.slice(end));
    return textCell({ ...cell, blocks: cell.blocks.slice(0, end) });
  });
  return [{ kind: 'table', rows: table.rows, columns: table.columns, cells }, ...unfoldTables(behind)];
}

const untilTable = (cell: TableCell): number => {
  const first = cell.blocks.findIndex(isTable);
  return first < 0 ? cell.blocks.length : first;
};

/** Whether only the last cell holds more than a datum, and begins with one: then it was never closed. */
function isUnclosed(table: Table): boolean {
  const last = table.cells.at(-1);
  if (last === undefined || table.cells.length < 4) return false;
  if (table.cells.some(cell => cell !== last && (nests(cell) || isProse(cell)))) return false;
  const [first] = last.blocks;
  return first !== undefined && (isTable(first) || first.text.length <= DATUM_CHARACTERS);
}

function unfoldTable(table: Table): FlatBlock[] {
  if (table.columns === 1 || table.cells.length === 1) return table.cells.flatMap(cell => unfoldTables(cell.blocks));
  const nesting = table.cells.filter(nests);
  if (nesting.length === 0 && !table.cells.some(isProse)) return unfoldData(table, cell => cell.blocks.length);
  if (isUnclosed(table))
    return unfoldData(table, cell =>
      cell === table.cells.at(-1) ? Math.min(1, untilTable(cell)) : cell.blocks.length,
    );
  const own = table.cells.filter(cell => !nests(cell) && !isProse(cell) && lineTextOf(cell.blocks) !== '').length;
  const inside = cellsInside(nesting.flatMap(cell => cell.blocks));
  return nesting.length > 0 && own >= inside ? unfoldData(table, untilTable) : unfoldLayout(table);
}

/**
 * A document without tables inside tables, nothing lost. A table of one column or one cell is a frame, and so is one that holds
 * more cells in the tables inside it than of its own, or prose of several paragraphs in a cell: what it frames comes in reading
 * order. Where its own cells carry the data, or a cell was never closed, the tables inside follow it.
 */
export function unfoldTables(blocks: readonly Block[]): FlatBlock[] {
  return blocks.flatMap(block => (block.kind === 'paragraph' ? [block] : unfoldTable(block)));
}
