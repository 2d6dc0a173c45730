import { writeXlsx as writeFile } from 'hucre/xlsx';
import type { Cell, CellStyle, WriteSheet } from 'hucre';
import type { Sheet, SheetCell, SheetCellLook, Workbook } from '../../views/workbook/workbook.ts';
import { xmlText } from '../xml/xml-text.ts';

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1F4F7' } } as const;

const STYLE = {
  title: {
    font: { name: '宋体', size: 18, bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  heading: {
    font: { name: '黑体', size: 14 },
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  },
  subheading: {
    font: { name: '楷体', size: 12 },
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true, indent: 2 },
  },
  text: {
    font: { name: '仿宋', size: 12 },
    // `@` keeps text text when someone edits it, whatever it begins with.
    numFmt: '@',
    alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
  },
  'column-head': {
    font: { name: '宋体', size: 10, bold: true },
    fill: HEAD,
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  'row-head': {
    font: { name: '宋体', size: 10 },
    fill: HEAD,
    border: BORDER,
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  },
  figure: {
    font: { name: '宋体', size: 10 },
    border: BORDER,
    // A number too long for its column would show as ####: it shrinks instead.
    alignment: { horizontal: 'center', vertical: 'center', shrinkToFit: true },
  },
} as const satisfies Record<SheetCellLook, CellStyle>;

/** Every slot of the cell: its value in the first, its borders in all, because a merged cell shows those of its slots. */
function slotsOf({ row, column, rowSpan, columnSpan, value, look }: SheetCell): [string, Partial<Cell>][] {
  const slots: [string, Partial<Cell>][] = [];
  for (let down = 0; down < rowSpan; down += 1)
    for (let right = 0; right < columnSpan; right += 1) {
      const first = down === 0 && right === 0 && value !== null;
      const content: Partial<Cell> = !first
        ? { value: null, type: 'empty' }
        : typeof value === 'number'
          ? { value, type: 'number' }
          : { value: xmlText(value), type: 'string' };
      slots.push([`${row + down},${column + right}`, { ...content, style: STYLE[look] }]);
    }
  return slots;
}

/** The width of a text in characters of the default type (10 pt): a Chinese character is as wide as two. */
function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character < '\u0300' ? 1 : 2;
  return (width * size) / 10;
}

/**
 * Row heights in points, by the number of lines that the texts need: spreadsheet programs do not fit them on opening. Cells that
 * span rows have room enough.
 */
function rowHeights({ rows, columnWidths, cells }: Sheet): Map<number, { height: number }> {
  const heights = Array.from({ length: rows }, () => 18);
  for (const { row, column, rowSpan, columnSpan, value, look } of cells) {
    if (rowSpan > 1 || typeof value !== 'string') continue;
    const { size } = STYLE[look].font;
    const room = columnWidths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0) - 1;
    const lines = Math.max(1, Math.ceil(widthOf(value, size) / room));
    heights[row] = Math.min(409, Math.max(heights[row]!, lines * size * 1.4 + 5));
  }
  return new Map(heights.map((height, row) => [row, { height }]));
}

const columnName = (index: number): string =>
  index < 26 ? String.fromCodePoint(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

function sheetOf(sheet: Sheet): WriteSheet {
  const columns = sheet.columnWidths.length;
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map(width => ({ width })),
    // The grid must exist for `cells` to be laid over it.
    rows: Array.from({ length: sheet.rows }, () => Array.from({ length: columns }, () => null)),
    cells: new Map(sheet.cells.flatMap(slotsOf)),
    rowDefs: rowHeights(sheet),
    merges: sheet.cells
      .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
      .map(({ row, column, rowSpan, columnSpan }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rowSpan - 1,
        endCol: column + columnSpan - 1,
      })),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.98, right: 0.79, bottom: 0.98, left: 0.79, header: 0.5, footer: 0.5 },
      printArea: `$A$1:$${columnName(columns - 1)}$${Math.max(sheet.rows, 1)}`,
      ...(sheet.headRows > 0 ? { printTitlesRow: `$1:$${sheet.headRows}` } : {}),
    },
    headerFooter: { oddFooter: '&C— &P —' },
    view: { showGridLines: false },
  };
}

/** The workbook as an .xlsx file. No cell holds a formula: text that begins with = + - @ is stored as text. */
export function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  return writeFile({
    sheets: workbook.sheets.map(sheetOf),
    properties: {
      title: xmlText(workbook.title),
      ...(workbook.issuer === null ? {} : { creator: xmlText(workbook.issuer) }),
    },
    defaultFont: { name: '宋体', size: 10 },
  });
}
