import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import type { FlatBlock } from '../document/block.ts';
import type { Trouble } from '../document/trouble.ts';
import { unfoldTables } from '../document/unfold-tables.ts';
import { readDocx } from '../docx/read-docx.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';

/** Kinds of files whose words and tables are set anew as PDF, because they cannot be redacted as they are. */
export const SET_ANEW_KINDS = ['docx', 'xlsx'] as const;
export type SetAnewKind = (typeof SET_ANEW_KINDS)[number];

/** Beyond these a copy is no longer read by anybody: it is printed from its own program. */
const MAX_CHARACTERS = 200_000;
const [MAX_COLUMNS, MAX_CELLS] = [16, 20_000];

export type SetAnewProblem = Trouble | 'too-long' | 'too-wide';

/** The first line of every such copy: nobody may take it for the original's own layout. */
const noteOn = (name: string): DocumentBlock => ({
  kind: 'paragraph',
  text: `（本件由“${name}”的文字和表格重新排版而成，仅供区分处理使用，版式与原件不同，图片、批注和隐藏内容未收入。）`,
});

type TextTable = Extract<FlatBlock, { kind: 'table' }>;

function printed(table: TextTable, key: string): PrintedTable {
  const taken = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of table.cells)
    for (let down = 0; down < rowSpan; down += 1)
      for (let across = 0; across < columnSpan; across += 1) taken.add(`${row + down}:${column + across}`);
  const cell = (row: number, column: number, rowSpan: number, columnSpan: number, text: string): PrintedCell => ({
    id: `${key}.${row}.${column}`,
    role: 'row-head',
    text,
    number: null,
    row,
    column,
    rowSpan,
    columnSpan,
    heads: [],
  });
  const cells = table.cells.map(given => cell(given.row, given.column, given.rowSpan, given.columnSpan, given.text));
  for (let row = 0; row < table.rows; row += 1)
    for (let column = 0; column < table.columns; column += 1)
      if (!taken.has(`${row}:${column}`)) cells.push(cell(row, column, 1, 1, ''));
  return {
    key,
    caption: '表格',
    rows: table.rows,
    columns: table.columns,
    widths: Array.from({ length: table.columns }, () => 100 / table.columns),
    headRows: 0,
    partsAt: [0],
    keep: 'parts',
    cells: cells.toSorted((one, other) => one.row - other.row || one.column - other.column),
  };
}

function documentOf(name: string, blocks: readonly FlatBlock[]): Result<OfficialDocument, SetAnewProblem> {
  const set: DocumentBlock[] = [noteOn(name)];
  let [characters, cells] = [0, 0];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      characters += block.text.length;
      if (block.text.trim() !== '') set.push({ kind: 'paragraph', text: block.text.trim() });
    } else {
      if (block.columns > MAX_COLUMNS) return refuse('too-wide');
      cells += block.rows * block.columns;
      characters += block.cells.reduce((sum, cell) => sum + cell.text.length, 0);
      if (block.rows > 0) set.push({ kind: 'table', table: printed(block, `table${at}`) });
    }
    if (characters > MAX_CHARACTERS || cells > MAX_CELLS) return refuse('too-long');
  }
  return ok({ title: [name.replace(/\.[^.]*$/, '')], issuer: null, blocks: set });
}

/** The words and tables of a Word or Excel file as a document to be typeset. What is hidden in the file stays out. */
export async function setAnew(
  bytes: Uint8Array,
  kind: SetAnewKind,
  name: string,
): Promise<Result<OfficialDocument, SetAnewProblem>> {
  if (kind === 'docx') {
    const read = await readDocx(bytes);
    return read.ok ? documentOf(name, unfoldTables(read.value)) : read;
  }
  const read = await readXlsx(bytes);
  if (!read.ok) return read;
  const blocks = read.value.sheets.flatMap(({ name: sheet, blocks: own }): FlatBlock[] => [
    { kind: 'paragraph', text: `工作表：${sheet}` },
    ...own,
  ]);
  return documentOf(name, blocks);
}
