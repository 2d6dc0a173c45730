import type { Segment, TextLine } from './page-layout.ts';

const NUMBER = /^[+\-－—/／\d０-９,，.．%％]+$/;
const MIN_NUMBERS = 3;
/** Lines between two rows of numbers that still belong to the table: a label over several lines. */
const MAX_LINES_BETWEEN = 3;

const numbersIn = (line: TextLine) => line.segments.filter(({ text }) => NUMBER.test(text));
const isRow = (line: TextLine) => numbersIn(line).length >= MIN_NUMBERS;

/** Where a table without rules stands among consecutive lines: at least two lines with three or more numbers side by side. */
export function findAlignedRows(lines: readonly TextLine[]): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number; rows: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (!isRow(line)) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last.to <= MAX_LINES_BETWEEN) {
      last.to = at + 1;
      last.rows += 1;
    } else found.push({ from: at, to: at + 1, rows: 1 });
  }
  return found.filter(({ rows }) => rows >= 2);
}

type Column = { left: number; right: number };

/** The columns of the numbers, where every row has at most one number in each; null where that does not hold. */
function columnsOf(rows: readonly TextLine[]): Column[] | null {
  const columns: Column[] = [];
  const numbers = rows.flatMap(row => [...numbersIn(row)]).sort((one, other) => one.left - other.left);
  for (const { left, right } of numbers) {
    const last = columns.at(-1);
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  const within = (segment: Segment, column: Column) => segment.left <= column.right && segment.right >= column.left;
  const fits = rows.every(row =>
    columns.every(column => row.segments.filter(segment => within(segment, column)).length <= 1),
  );
  return fits ? columns : null;
}

/** The lines with tabs between their cells. Where the columns of the numbers are certain, an empty cell keeps its tab. */
export function tabbedLines(lines: readonly TextLine[]): string[] {
  const columns = columnsOf(lines.filter(isRow));
  return lines.map(line => {
    if (columns === null || !isRow(line)) return line.segments.map(({ text }) => text).join('\t');
    const [first] = columns;
    const labels = line.segments.filter(({ right }) => right < first!.left).map(({ text }) => text);
    const cells = columns.map(
      column => line.segments.find(({ left, right }) => left <= column.right && right >= column.left)?.text ?? '',
    );
    return [...labels, ...cells].join('\t');
  });
}
