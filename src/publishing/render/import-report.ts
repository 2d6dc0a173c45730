import type { Sheet, SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { lineName } from '../rules/import/import-line.ts';
import { IMPORT_MODE_LABEL, LINE_OUTCOME_LABEL } from '../rules/import/item-import.ts';
import type { ItemImport, ReportLine } from '../rules/import/item-import.ts';

/** A sheet of more lines opens badly; the whole of a larger report is its CSV. */
export const MOST_SHEET_LINES = 20_000;

const HEADS = ['行号', '信息', '结果', '说明', '索引号', '新网址', '原网址', '正文文件'] as const;

/** What became of each line, for a table: heads first. */
export function importReportLines(lines: readonly ReportLine[]): readonly (readonly (string | number)[])[] {
  return [HEADS, ...lines.map(reportLine)];
}

/** One line of the report without heads. */
export function reportLine({ line, outcome, message, item }: ReportLine): readonly (string | number)[] {
  return [
    line.number,
    lineName(line),
    outcome === null ? '' : LINE_OUTCOME_LABEL[outcome],
    message ?? '',
    item?.indexNumber ?? '',
    item?.address ?? '',
    line.fields.address ?? '',
    line.fields.file ?? '',
  ];
}

/** The report as a workbook of one sheet, the first lines of a long one; what did not come in stands first. */
export function importReportWorkbook(one: Pick<ItemImport, 'name' | 'mode'>, lines: readonly ReportLine[]): Workbook {
  const rank = ({ outcome }: ReportLine) =>
    outcome === 'refused' ? 0 : outcome === 'draft' ? 1 : outcome === 'known' ? 2 : 3;
  const shown = lines.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHEET_LINES);
  const cell = (row: number, column: number, value: string | number, look: SheetCell['look']): SheetCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    value,
    look,
  });
  const title = `批量导入结果：${one.name}（${IMPORT_MODE_LABEL[one.mode]}）`;
  const sheet: Sheet = {
    name: '导入结果',
    columnWidths: [8, 44, 12, 50, 26, 34, 40, 34],
    rows: shown.length + 2,
    cells: [
      { ...cell(0, 0, title, 'heading'), columnSpan: HEADS.length },
      ...HEADS.map((head, column) => cell(1, column, head, 'column-head')),
      ...shown.flatMap((line, row) =>
        reportLine(line).map((value, column) => cell(row + 2, column, value, column === 0 ? 'figure' : 'row-head')),
      ),
    ],
    headRows: 2,
    orientation: 'landscape',
  };
  return { title, issuer: null, sheets: [sheet] };
}
