import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { SheetCell, Workbook } from '../../views/workbook/workbook.ts';
import { writeXlsx } from './write-xlsx.ts';

const cell = (
  value: string | number | null,
  row: number,
  column: number,
  more: Partial<SheetCell> = {},
): SheetCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  value,
  look: 'figure',
  ...more,
});
const workbook = (...cells: readonly SheetCell[]): Workbook => ({
  title: '年度报告',
  issuer: '某局',
  sheets: [{ name: '表', columnWidths: [20, 10, 10], rows: 3, cells, headRows: 1, orientation: 'landscape' }],
});

async function sheetOf(...cells: readonly SheetCell[]) {
  const bytes = await writeXlsx(workbook(...cells));
  const files = unzipSync(bytes);
  const read = await readXlsx(bytes, { readStyles: true });
  return {
    xml: strFromU8(files['xl/worksheets/sheet1.xml']!),
    book: strFromU8(files['xl/workbook.xml']!),
    sheet: read.sheets[0]!,
  };
}

test('numbers are numbers, a blank stays blank, a dash stays text', async () => {
  const { sheet, xml } = await sheetOf(cell(11398889, 0, 0), cell(38.441094, 0, 1), cell(null, 0, 2), cell('-', 1, 0));
  expect(sheet.rows[0]).toEqual([11398889, 38.441094, null]);
  expect(sheet.rows[1]?.[0]).toBe('-');
  expect(xml).toMatch(/<c r="C1" s="\d+"\/>/);
});

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1'])(
  '%s is stored as text, never as a formula',
  async text => {
    const { sheet, xml } = await sheetOf(cell(text, 0, 0, { look: 'text' }));
    expect(xml).not.toContain('<f>');
    expect(sheet.rows[0]?.[0]).toBe(text);
    expect(sheet.cells?.get('0,0')?.style?.numFmt).toBe('@');
  },
);

test('merged cells have borders on all their slots', async () => {
  const { sheet } = await sheetOf(cell('申请人情况', 0, 0, { look: 'column-head', rowSpan: 2, columnSpan: 3 }));
  expect(sheet.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 1, endCol: 2 }]);
  const corner = sheet.cells?.get('1,2')?.style;
  expect(corner?.border?.right?.style).toBe('thin');
  expect(corner?.border?.bottom?.style).toBe('thin');
});

test('it prints on A4, one page wide, with its head on every page', async () => {
  const { book, xml } = await sheetOf(cell('一', 0, 0));
  expect(xml).toMatch(
    /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
  );
  expect(xml).toContain('fitToPage="1"');
  expect(book).toContain('$A$1:$C$3</definedName>');
  expect(book).toContain('$1:$1</definedName>');
});

test('rows are as high as their longest text needs', async () => {
  const { xml } = await sheetOf(cell('短', 0, 0, { look: 'text' }), cell('长'.repeat(60), 1, 0, { look: 'text' }));
  const heights = [...xml.matchAll(/<row r="(\d)"[^>]*\sht="([\d.]+)"/g)].map(match => Number(match[2]));
  expect(heights[1]!).toBeGreaterThan(heights[0]! * 4);
});
