import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import { blockText, bodyText } from '../rules/body.ts';
import type { BodyBlock, BodyCell } from '../rules/body.ts';
import type { Content } from '../rules/content.ts';

type BodyTable = Extract<BodyBlock, { kind: 'table' }>;
type Placed = Pick<PrintedCell, 'role' | 'text' | 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

const slot = (row: number, column: number) => `${row}.${column}`;

/**
 * The cells on the grid of a printed table, where every slot belongs to one cell: a cell that would cover another is as large as
 * there is room, and slots that nobody fills are empty cells.
 */
function placeCells(
  rows: readonly (readonly BodyCell[])[],
  headRows: number,
): { readonly cells: readonly Placed[]; readonly columns: number } {
  const taken = new Set<string>();
  const cells: Placed[] = [];
  const isFree = (row: number, column: number) => !taken.has(slot(row, column));
  for (const [row, line] of rows.entries()) {
    let column = 0;
    for (const { text, heading, rowSpan, columnSpan } of line) {
      while (!isFree(row, column)) column += 1;
      let across = 1;
      while (across < columnSpan && isFree(row, column + across)) across += 1;
      const down = Math.min(rowSpan, rows.length - row);
      for (let y = row; y < row + down; y += 1) for (let x = column; x < column + across; x += 1) taken.add(slot(y, x));
      const role = heading ? (row < headRows ? 'column-head' : 'row-head') : 'figure';
      cells.push({ role, text, row, column, rowSpan: down, columnSpan: across });
    }
  }
  const columns = Math.max(1, ...cells.map(({ column, columnSpan }) => column + columnSpan));
  for (let row = 0; row < rows.length; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (isFree(row, column)) cells.push({ role: 'figure', text: '', row, column, rowSpan: 1, columnSpan: 1 });
  return { cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column), columns };
}

function printedTable({ caption, rows }: BodyTable, key: string): PrintedTable {
  const firstData = rows.findIndex(row => row.some(({ heading }) => !heading));
  const headRows = firstData < 0 ? 0 : firstData;
  const { cells, columns } = placeCells(rows, headRows);
  const begins = rows
    .map((_, row) => row)
    .filter(row => cells.every(cell => cell.row >= row || cell.row + cell.rowSpan <= row));
  return {
    key,
    caption: caption ?? '',
    rows: rows.length,
    columns,
    widths: Array.from({ length: columns }, () => 100 / columns),
    headRows,
    partsAt: begins.filter(row => row === 0 || row >= headRows),
    keep: 'parts',
    look: 'form',
    cells: cells.map(cell => ({ ...cell, id: `${key}.${cell.row}.${cell.column}`, number: null, heads: [] })),
  };
}

function blocksOf(part: BodyBlock, index: number): readonly DocumentBlock[] {
  switch (part.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: blockText(part) }];
    case 'heading':
      return [{ kind: 'heading', level: part.level === 2 ? 1 : 2, text: part.text }];
    case 'list':
      return blockText(part)
        .split('\n')
        .map((text, at) => ({ kind: 'paragraph', text: part.ordered ? `${at + 1}. ${text}` : `· ${text}` }));
    case 'table':
      return part.rows.length === 0 ? [] : [{ kind: 'table', table: printedTable(part, `table${index}`) }];
    case 'diagram':
      return blockText(part)
        .split('\n')
        .map((text, at) => (at === 0 ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text }));
    case 'image':
      return [{ kind: 'paragraph', text: `（图：${blockText(part)}，见网页）` }];
  }
}

/** An item as a document to be typeset: title, number and date, body. */
export function itemDocument(content: Content): OfficialDocument {
  const { title, documentNumber, issuer, madeOn, body, attachments } = content;
  const day = madeOn === null ? null : `${madeOn.year}年${madeOn.month}月${madeOn.day}日`;
  // Texts that were pasted whole bear their signature already.
  const signature = day === null || bodyText(body).includes(day) ? [] : [issuer, day];
  return {
    title: [title],
    issuer,
    blocks: [
      ...(documentNumber === null ? [] : [{ kind: 'paragraph' as const, text: documentNumber }]),
      ...body.flatMap(blocksOf),
      ...attachments.map(({ title: name }, at) => ({ kind: 'paragraph' as const, text: `附件${at + 1}：${name}` })),
      ...signature.map(text => ({ kind: 'paragraph' as const, text })),
    ],
  };
}
