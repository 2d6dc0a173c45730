import type { Random } from './random-source.ts';
import type { PrintedRow, PrintedTable } from './printed-report.ts';

/** How a table is printed as text. `kept` is whether a blank cell leaves a trace. */
export type Layout = {
  readonly name: string;
  readonly kept: boolean;
  readonly print: (table: PrintedTable, random: Random) => string;
};

const cellsOf = (row: PrintedRow): string[] => [...row.labels, ...row.data];
const filledOf = (row: PrintedRow): string[] => cellsOf(row).filter(cell => cell !== '');
const isHeader = (row: PrintedRow): boolean => row.data.length === 0;
const rows = (table: PrintedTable, print: (row: PrintedRow, index: number) => string): string =>
  table.rows.map(print).join('\n');
const bars = (count: number): string => '|'.repeat(count);

/** The widest run of display columns: a Chinese character takes two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character > '\u2E80' ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)));

/** A label broken into lines of so many characters. */
function brokenLabel(label: string, characters: number): string[] {
  return Array.from({ length: Math.ceil(label.length / characters) }, (_, index) =>
    label.slice(index * characters, (index + 1) * characters),
  );
}

/** pdftotext -layout: columns held apart by spaces, labels broken over lines, the data beside one of them. */
function printColumns(table: PrintedTable, random: Random): string {
  return table.rows
    .map((row, index) => {
      const page = index > 0 && index % 11 === 0 ? `\n${' '.repeat(40)}-${index}-\n\f` : '';
      if (isHeader(row)) return page + row.labels.map(label => padded(label, 14)).join('   ');
      const label = row.labels.at(-1);
      const pieces = label === undefined ? [''] : brokenLabel(label, 14);
      const beside = random.below(pieces.length);
      const group = row.labels.slice(0, -1).join('');
      const data = row.data.map(cell => padded(cell, 8)).join('');
      return (
        page +
        pieces
          .map(
            (piece, line) => `${padded(line === 0 ? group : '', 24)}${padded(piece, 34)}${line === beside ? data : ''}`,
          )
          .map(line => line.trimEnd())
          .join('\n')
      );
    })
    .join('\n');
}

const separator = (count: number): string => `|${' --- |'.repeat(count)}`;

export const LAYOUTS: readonly Layout[] = [
  { name: 'tab', kept: true, print: table => rows(table, row => cellsOf(row).join('\t')) },
  {
    name: 'tab-merged',
    kept: true,
    // Merged cells leave empty fields before and behind, as a copy out of a word processor does.
    print: table =>
      rows(table, row => {
        const spare = Math.max(0, 3 - row.labels.length);
        return table.key === 'table3' && row.data.length > 0
          ? ['\t'.repeat(3 - row.labels.length - spare), ...row.labels].join('\t').replace(/^\t/, '') +
              '\t'.repeat(spare + 1) +
              row.data.join('\t')
          : cellsOf(row).join('\t');
      }),
  },
  { name: 'row_pipe', kept: false, print: table => rows(table, row => `${filledOf(row).join(' | ')} |`) },
  {
    name: 'row_pipe_span',
    kept: false,
    print: table =>
      rows(table, (row, index) => {
        const residue = isHeader(row) ? bars(Math.max(1, row.width - row.labels.length)) : index < 6 ? '|||' : '|';
        return `${filledOf(row).join(' | ')} ${residue}`;
      }),
  },
  { name: 'row_pipe_keepblank', kept: true, print: table => rows(table, row => `${cellsOf(row).join(' | ')} |`) },
  {
    name: 'row_pipe_keepblank_broken',
    kept: true,
    print: table =>
      rows(table, row =>
        row.data.includes('')
          ? `${[...row.labels, ...row.data]
              .map(cell => (cell === '' ? '\n' : ` ${cell} `))
              .join('|')
              .replaceAll('|\n|', '|\n|')}|`
          : `${cellsOf(row).join(' | ')} |`,
      ),
  },
  { name: 'row_pipe_leading', kept: false, print: table => rows(table, row => `| ${filledOf(row).join(' | ')} | `) },
  { name: 'pipe_compact', kept: true, print: table => rows(table, row => cellsOf(row).join('|')) },
  {
    name: 'markdown',
    kept: true,
    print: table =>
      rows(
        table,
        (row, index) => `| ${cellsOf(row).join(' | ')} |${index === 0 ? `\n${separator(cellsOf(row).length)}` : ''}`,
      ),
  },
  {
    name: 'cell_pipe_nl',
    kept: false,
    print: table =>
      rows(table, row =>
        filledOf(row)
          .map(cell => `${cell} |`)
          .join('\n'),
      ),
  },
  {
    name: 'cell_pipe_nl_span',
    kept: false,
    print: table =>
      rows(
        table,
        row =>
          filledOf(row)
            .map(cell => `${cell} |`)
            .join('\n') + (isHeader(row) && row.labels.length < row.width ? `\n${bars(3)}` : ''),
      ),
  },
  {
    name: 'cell_nl_pipe_nl',
    kept: false,
    print: table =>
      rows(table, row =>
        filledOf(row)
          .map(cell => `${cell}\n|`)
          .join('\n'),
      ),
  },
  {
    name: 'pipe_prefix_nl',
    kept: false,
    print: table =>
      rows(
        table,
        row =>
          `|\n${filledOf(row)
            .map(cell => `${cell} |`)
            .join('\n')}`,
      ),
  },
  {
    name: 'cell_pipe_indent',
    kept: false,
    print: table =>
      rows(
        table,
        row =>
          `| \n${filledOf(row)
            .map(cell => `       ${cell}  | \n      `)
            .join('\n')}`,
      ),
  },
  { name: 'cell_blankline', kept: false, print: table => `\n${table.rows.flatMap(filledOf).join('\n\n')}\n` },
  { name: 'cell_blankline_keepblank', kept: true, print: table => `\n${table.rows.flatMap(cellsOf).join('\n\n')}\n` },
  { name: 'cell_nl', kept: false, print: table => table.rows.flatMap(filledOf).join('\n') },
  // The page's own spacing between rows, which is no blank cell.
  { name: 'cell_nl_rowgap', kept: false, print: table => rows(table, row => `${filledOf(row).join('\n')}\n`) },
  {
    name: 'cell_blankline_rowgap',
    kept: false,
    print: table => rows(table, row => `${filledOf(row).join('\n\n')}\n\n\n`),
  },
  {
    name: 'cell_nl_wrapped',
    kept: false,
    // Long labels and header cells broken over two lines.
    print: table =>
      table.rows
        .flatMap(row => [
          ...row.labels.flatMap(label =>
            label.length > 3 && label.length < 30 ? brokenLabel(label, Math.ceil(label.length / 2)) : [label],
          ),
          ...row.data.filter(cell => cell !== ''),
        ])
        .join('\n'),
  },
  {
    name: 'cell_nl_dedup',
    kept: false,
    print: table => {
      const seen = new Set<string>();
      return table.rows
        .flatMap(filledOf)
        .filter(cell => !seen.has(cell) && seen.add(cell))
        .join('\n');
    },
  },
  { name: 'inline_space', kept: false, print: table => table.rows.flatMap(filledOf).join(' ') },
  { name: 'row_space', kept: false, print: table => rows(table, row => filledOf(row).join('  ')) },
  {
    name: 'html',
    kept: true,
    print: table =>
      `<table>\n${rows(
        table,
        row =>
          `<tr>${cellsOf(row)
            .map(cell => `<td style="width:20%">${cell}</td>`)
            .join('')}</tr>`,
      )}\n</table>`,
  },
  { name: 'pdf_layout', kept: false, print: printColumns },
  {
    name: 'pdf_vertical',
    kept: false,
    // The header's columns fall apart into single characters.
    print: (table, random) => {
      const header = table.rows.filter(isHeader).flatMap(row => row.labels);
      const upright =
        table.key === 'table3' ? header.flatMap(label => Array.from(label)).join('\n') : header.join('  ');
      return table.key === 'table2'
        ? printColumns(table, random)
        : `${upright}\n${printColumns({ ...table, rows: table.rows.filter(row => !isHeader(row)) }, random)}`;
    },
  },
  {
    name: 'markdown_ocr',
    kept: true,
    // Every row of table three and every group of table four a small table of its own.
    print: table =>
      table.rows
        .map(row =>
          row.data.length === 0
            ? `| ${row.labels.join(' | ')} |`
            : `\n| ${cellsOf(row).join(' | ')} |\n${separator(cellsOf(row).length)}\n`,
        )
        .join('\n'),
  },
];
