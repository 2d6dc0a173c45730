import type { PrintedTable } from '../../views/official-document/printed-table.ts';
import type { Sheet, SheetCell, SheetCellLook, Workbook } from '../../views/workbook/workbook.ts';
import type { AnnualReport } from '../rules/report.ts';
import { layOutReport } from './report-layout.ts';
import type { ReportLayout } from './report-layout.ts';

/** What a sheet holds in one cell at most is 32767 characters. */
const LONGEST_TEXT = 32_000;
const piecesOf = (text: string): readonly string[] => text.match(new RegExp(`[^]{1,${LONGEST_TEXT}}`, 'gu')) ?? [];

function textSheet({ title, sections }: ReportLayout): Sheet {
  const lines: { readonly text: string; readonly look: SheetCellLook }[] = [
    ...title.map(text => ({ text, look: 'title' as const })),
    ...sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === null ? [] : [{ text: heading, look: 'heading' as const }]),
      ...paragraphs.flatMap(({ kind, text }) =>
        piecesOf(text).map(piece => ({ text: piece, look: kind === 'subheading' ? kind : ('text' as const) })),
      ),
    ]),
  ];
  return {
    name: '报告文本',
    columnWidths: [90],
    rows: lines.length,
    cells: lines.map(({ text, look }, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, value: text, look })),
    headRows: 0,
    orientation: 'portrait',
  };
}

const SHEET_OF_TABLE = {
  table2: { name: '主动公开', characters: 84, orientation: 'portrait' },
  table3: { name: '依申请公开', characters: 104, orientation: 'portrait' },
  table4: { name: '复议诉讼', characters: 135, orientation: 'landscape' },
} as const;

function tableSheet(table: PrintedTable): Sheet {
  const { name, characters, orientation } = SHEET_OF_TABLE[table.key as keyof typeof SHEET_OF_TABLE];
  return {
    name,
    columnWidths: table.widths.map(share => (characters * share) / 100),
    rows: table.rows,
    cells: table.cells.map(({ row, column, rowSpan, columnSpan, role, text, number }): SheetCell => ({
      row,
      column,
      rowSpan,
      columnSpan,
      value: number ?? (text === '' ? null : text),
      look: role,
    })),
    headRows: table.headRows,
    orientation,
  };
}

/** The report as a workbook: its prose on one sheet, each table as printed on a sheet of its own, figures as numbers. */
export function reportWorkbook(report: AnnualReport): Workbook {
  const layout = layOutReport(report);
  return {
    title: layout.title.join(''),
    issuer: layout.agency,
    sheets: [textSheet(layout), ...layout.sections.flatMap(({ table }) => (table === null ? [] : [tableSheet(table)]))],
  };
}
