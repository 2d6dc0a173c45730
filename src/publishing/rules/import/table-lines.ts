import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { findFieldOfHead } from './header-names.ts';
import type { ImportField, ImportLine } from './import-line.ts';

/** Above the heads there may stand a title and a remark on how to fill in the table. */
const HEADS_WITHIN = 10;
/** More lines nobody migrates at once; a larger table is cut into parts. */
export const MOST_LINES = 1_000_000;
const LONGEST_CELL = 2_000_000;

type Heads = {
  readonly row: number;
  readonly fields: readonly (ImportField | null)[];
  readonly left: readonly string[];
};

/** What the columns of a row are, the first of a name before later ones; undefined where the row is no row of heads. */
function headsOf(cells: readonly string[], row: number): Heads | undefined {
  const seen = new Set<ImportField>();
  const left: string[] = [];
  const fields = cells.map(cell => {
    const field = findFieldOfHead(cell);
    if (field === undefined || seen.has(field)) {
      if (cell.trim() !== '') left.push(cell.trim());
      return null;
    }
    seen.add(field);
    return field;
  });
  return seen.size >= 2 && (seen.has('title') || seen.has('file')) ? { row, fields, left } : undefined;
}

/** A table of metadata: its lines, and the heads of columns that an import has no use for. */
export type TableLines = { readonly lines: readonly ImportLine[]; readonly left: readonly string[] };

/**
 * The lines of a table given as rows of cells. Rows without any text are passed over. Refuses with a sentence what has no row of heads, and
 * what has no line below it.
 */
export function linesOfTable(rows: readonly (readonly string[])[]): Result<TableLines, string> {
  const heads = rows
    .slice(0, HEADS_WITHIN)
    .map((cells, row) => headsOf(cells, row))
    .find(found => found !== undefined);
  if (heads === undefined)
    return refuse('没有找到表头：前几行里应当有一行写明“标题”“发布日期”“栏目”“正文文件”等列名，请补上后再导入');
  const lines: ImportLine[] = [];
  for (const [row, cells] of rows.entries()) {
    if (row <= heads.row) continue;
    const fields: Partial<Record<ImportField, string>> = {};
    for (const [column, field] of heads.fields.entries()) {
      const text = (cells[column] ?? '').trim().slice(0, LONGEST_CELL);
      if (field !== null && text !== '') fields[field] = text;
    }
    if (Object.keys(fields).length > 0) lines.push({ number: row + 1, fields });
  }
  if (lines.length === 0) return refuse('表头下面没有内容，请核对后再导入');
  if (lines.length > MOST_LINES) return refuse(`表里超过 ${MOST_LINES} 行，请分成几个表导入`);
  return ok({ lines, left: heads.left });
}
