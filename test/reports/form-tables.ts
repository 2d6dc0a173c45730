import type { PrintedReport, PrintedTable } from './printed-report.ts';

/** A cell as a table's markup has it: no position, only spans. */
export type SpanCell = {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isDatum: boolean;
};
export type SpanTable = {
  readonly key: PrintedTable['key'];
  readonly columns: number;
  /** Rows that stand over data, from the first. */
  readonly headerRows: number;
  readonly rows: readonly (readonly SpanCell[])[];
};

const label = (text: string, columnSpan = 1, rowSpan = 1): SpanCell => ({ text, columnSpan, rowSpan, isDatum: false });
const datum = (text: string, columnSpan = 1): SpanCell => ({ text, columnSpan, rowSpan: 1, isDatum: true });

/** A row of fewer columns than the table has: the last cells span what is left, as the form prints it. */
function across(
  texts: readonly string[],
  columns: number,
  cell: (text: string, columnSpan: number) => SpanCell,
): SpanCell[] {
  const spare = columns - texts.length;
  return texts.map((text, index) => cell(text, index === texts.length - 1 ? spare + 1 : 1));
}

function tableTwo(table: PrintedTable): SpanTable {
  const columns = Math.max(...table.rows.map(row => row.width));
  const rows = table.rows.map(({ labels, data }) => {
    if (data.length > 0) return [label(labels[0]!), ...across(data, columns - 1, datum)];
    const [first, ...rest] = labels;
    return rest.length === 0 ? [label(first!, columns)] : [label(first!), ...across(rest, columns - 1, label)];
  });
  return { key: table.key, columns, headerRows: 2, rows };
}

function tableThree(table: PrintedTable): SpanTable {
  const [corner, applicants] = table.rows[0]!.labels;
  const [person, organizations, total] = table.rows[1]!.labels;
  const body = table.rows.slice(3);
  const isItem = (text: string) => /^[(（]?\d/.test(text);
  const spanOf = (from: number, ends: (labels: readonly string[]) => boolean) => {
    const end = body.findIndex(({ labels }, index) => index > from && ends(labels));
    return (end < 0 ? body.length : end) - from;
  };
  const rows = body.map(({ labels, data }, at) => {
    const leaf = labels.at(-1)!;
    const heads = labels.slice(0, -1).map(text =>
      text.startsWith('三')
        ? label(
            text,
            1,
            spanOf(at, next => next.length === 1 && next[0]!.startsWith('四')),
          )
        : label(
            text,
            1,
            spanOf(at, next => !isItem(next.at(-1)!) || next.length > 1),
          ),
    );
    const width = isItem(leaf) ? 1 : /^[(（]/.test(leaf) ? 2 : 3;
    return [...heads, label(leaf, width), ...data.map(text => datum(text))];
  });
  const header = [
    [label(corner!, 3, 3), label(applicants!, 7)],
    [label(person!, 1, 2), label(organizations!, 5), label(total!, 1, 2)],
    table.rows[2]!.labels.map(text => label(text)),
  ];
  return { key: table.key, columns: 10, headerRows: 3, rows: [...header, ...rows] };
}

function tableFour(table: PrintedTable): SpanTable {
  const [groups, , results, values] = table.rows;
  const own = results!.labels.slice(0, 5);
  const rows = [
    [label(groups!.labels[0]!, 5), label(groups!.labels[1]!, 10)],
    [...own.map(text => label(text, 1, 2)), label('未经复议直接起诉', 5), label('复议后起诉', 5)],
    [...own, ...own].map(text => label(text)),
    values!.data.map(text => datum(text)),
  ];
  return { key: table.key, columns: 15, headerRows: 3, rows };
}

/** The three tables of a report with the merged cells of the form. */
export function formTables({ tables }: PrintedReport): readonly [SpanTable, SpanTable, SpanTable] {
  const [two, three, four] = tables;
  return [tableTwo(two!), tableThree(three!), tableFour(four!)];
}

/** Rows `from` up to `to` as a table of its own: cells that began above begin again, empty; cells that reach below end. */
export function rowsOfTable(table: SpanTable, from: number, to: number): SpanTable {
  const open: { column: number; left: number; columnSpan: number }[] = [];
  const rows = table.rows.flatMap((cells, row) => {
    let column = 0;
    const placed: { column: number; cell: SpanCell }[] = [];
    const carried = open.filter(({ left }) => left > 0).toSorted((a, b) => a.column - b.column);
    for (const cell of cells) {
      for (const above of carried) if (above.column === column) column += above.columnSpan;
      placed.push({ column, cell: { ...cell, rowSpan: Math.min(cell.rowSpan, Math.max(1, to - row)) } });
      column += cell.columnSpan;
    }
    const reopened =
      row === from
        ? carried.map(above => ({
            column: above.column,
            cell: label('', above.columnSpan, Math.min(above.left, to - from)),
          }))
        : [];
    for (const above of open) above.left -= 1;
    for (const { column: at, cell } of placed)
      open.push({
        column: at,
        left: cells[placed.findIndex(own => own.column === at)]!.rowSpan - 1,
        columnSpan: cell.columnSpan,
      });
    if (row < from || row >= to) return [];
    return [[...placed, ...reopened].toSorted((a, b) => a.column - b.column).map(({ cell }) => cell)];
  });
  return { ...table, rows };
}
