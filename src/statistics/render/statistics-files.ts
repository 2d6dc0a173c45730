import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import type { Sheet, SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { cellText } from '../rules/stat-table.ts';
import type { StatTable } from '../rules/stat-table.ts';

/** Statistics as they leave the desk: whose, of what and when, the figures at a glance, the tables. */
export type StatisticsPaper = {
  readonly title: string;
  readonly issuer: string;
  /** One sentence that says what the figures are and the day they were drawn. */
  readonly note: string;
  readonly summary: readonly { readonly label: string; readonly text: string }[];
  readonly tables: readonly StatTable[];
};

const LABEL_SHARE = 34;

function printed({ key, caption, headings, rows }: StatTable): PrintedTable {
  const columns = headings.length;
  const cell = (row: number, column: number, text: string, role: PrintedCell['role'], number: number | null) => ({
    id: `${key}.${row}.${column}`,
    role,
    text,
    number,
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    heads: row === 0 ? [] : column === 0 ? [`${key}.0.0`] : [`${key}.${row}.0`, `${key}.0.${column}`],
  });
  return {
    key,
    caption,
    rows: rows.length + 1,
    columns,
    widths: headings.map((_, column) => (column === 0 ? LABEL_SHARE : (100 - LABEL_SHARE) / (columns - 1))),
    headRows: 1,
    partsAt: rows.map((_, index) => index + 1),
    keep: 'parts',
    cells: [
      ...headings.map((heading, column) => cell(0, column, heading, 'column-head', null)),
      ...rows.flatMap(({ label, cells }, row) => [
        cell(row + 1, 0, label, 'row-head', null),
        ...cells.map((one, column) => cell(row + 1, column + 1, cellText(one), 'figure', one.value)),
      ]),
    ],
  };
}

/** For Word and PDF. */
export function statisticsDocument({ title, issuer, note, summary, tables }: StatisticsPaper): OfficialDocument {
  const facts = summary.map(({ label, text }) => `${label}${text}`).join('，');
  return {
    title: [issuer, title],
    issuer,
    blocks: [
      { kind: 'paragraph', text: `${facts}。${note}` },
      ...tables.flatMap((table): DocumentBlock[] => [
        { kind: 'heading', level: 2, text: table.caption },
        { kind: 'table', table: printed(table) },
      ]),
    ],
  };
}

function sheetOf({ caption, headings, rows }: StatTable): Sheet {
  const cell = (row: number, column: number, value: string | number | null, look: SheetCell['look']): SheetCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    value,
    look,
  });
  return {
    name: caption,
    columnWidths: headings.map((_, column) => (column === 0 ? 36 : 11)),
    rows: rows.length + 1,
    cells: [
      ...headings.map((heading, column) => cell(0, column, heading, 'column-head')),
      ...rows.flatMap(({ label, cells }, row) => [
        cell(row + 1, 0, label, 'row-head'),
        ...cells.map(({ value }, column) => cell(row + 1, column + 1, value, 'figure')),
      ]),
    ],
    headRows: 1,
    orientation: 'landscape',
  };
}

/** A sheet a table, figures as numbers. */
export function statisticsWorkbook({ title, issuer, tables }: StatisticsPaper): Workbook {
  return { title, issuer, sheets: tables.map(sheetOf) };
}

/** One line a figure, so that a program can filter: table, row, column, value; what is not known is empty. */
export function statisticsLines({ tables }: StatisticsPaper): readonly (readonly (string | number)[])[] {
  return [
    ['表', '行', '列', '数值'],
    ...tables.flatMap(({ caption, headings, rows }) =>
      rows.flatMap(({ label, cells }) =>
        cells.map(({ value }, column) => [caption, label, headings[column + 1]!, value ?? '']),
      ),
    ),
  ];
}
