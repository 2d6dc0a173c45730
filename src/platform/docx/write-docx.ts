import {
  AlignmentType,
  BorderStyle,
  Document,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { TextRun } from 'docx';
import { assertNever } from '../../kernel/assert-never.ts';
import type { DocumentBlock, OfficialDocument } from '../../views/official-document/official-document.ts';
import { rowsOf } from '../../views/official-document/printed-table.ts';
import type { PrintedCell, PrintedTable } from '../../views/official-document/printed-table.ts';
import { xmlText } from '../xml/xml-text.ts';
import { DOCUMENT_STYLES, HINT, packed, pageNumber, runsOf, TYPE_AREA } from './gongwen-parts.ts';
import { STYLES, TEXT_WIDTH, typeface } from './write-docx-type.ts';

/** How wide each column is, in twips; the last one takes what rounding leaves. */
function columnWidths({ widths }: PrintedTable): readonly number[] {
  const all = widths.map(share => Math.floor((TEXT_WIDTH * share) / 100));
  const used = all.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return [...all.slice(0, -1), TEXT_WIDTH - used];
}

const NARROW = 40;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;

/** The size of a figure in half points: smaller where it would not fit its column, because no line may break within a number. */
function figureSize({ role, text }: PrintedCell, width: number): number {
  const { size } = STYLES.tableText.run;
  if (role !== 'figure' || !/^[\d.+-]+$/.test(text)) return size;
  // Digits are at most 0.58 of the type's height wide, whichever face stands in; half points are tens of twips.
  const fitting = Math.floor((width - 2 * NARROW) / (text.length * 0.58) / 10);
  return Math.max(6, Math.min(size, fitting));
}

/** 小四 on lines of 18 pt, with room to write. */
const FORM_SIZE = 24;
const FORM_LOOK = { spacing: { line: 360, lineRule: 'exact', before: 0, after: 0 } } as const;

function cellOf(cell: PrintedCell, widths: readonly number[], keepNext: boolean, form: boolean): TableCell {
  const left = cell.role === 'row-head' && cell.rowSpan === 1;
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const size = form ? FORM_SIZE : figureSize(cell, width);
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { type: WidthType.DXA, size: width },
    children: cell.text.split('\n').map(
      line =>
        new Paragraph({
          style: STYLES.tableText.id,
          ...(form ? FORM_LOOK : {}),
          alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
          keepNext,
          children: runsOf(line, HINT, size),
        }),
    ),
  });
}

/** Whether a row stays on the page of the row below it. */
function staysWithNext(row: number, { rows, keep, partsAt }: PrintedTable): boolean {
  return row < rows - 1 && (keep === 'table' || !partsAt.includes(row + 1));
}

/** The table with its merged cells, fixed widths and repeated head. */
function tableOf(table: PrintedTable): Table {
  const widths = columnWidths(table);
  const form = table.look === 'form';
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { type: WidthType.DXA, size: TEXT_WIDTH },
    columnWidths: widths,
    borders: BORDERS,
    margins: {
      left: form ? 120 : NARROW,
      right: form ? 120 : NARROW,
      top: form ? 55 : 15,
      bottom: form ? 55 : 15,
      marginUnitType: WidthType.DXA,
    },
    rows: rowsOf(table).map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < table.headRows,
          children: row.map(cell => cellOf(cell, widths, staysWithNext(index, table), form)),
        }),
    ),
  });
}

const HEADING_STYLE = { 1: STYLES.heading1.id, 2: STYLES.heading2.id } as const;

function paragraphRuns({ text, lead = '' }: Extract<DocumentBlock, { kind: 'paragraph' }>): TextRun[] {
  return lead === '' ? runsOf(text) : [...runsOf(lead, typeface('楷体_GB2312')), ...runsOf(text.slice(lead.length))];
}

function blockOf(block: DocumentBlock): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ style: HEADING_STYLE[block.level], children: runsOf(block.text) });
    case 'paragraph':
      return new Paragraph({ style: STYLES.body.id, children: paragraphRuns(block) });
    case 'table':
      return tableOf(block.table);
  }
  return assertNever(block);
}

/**
 * The document as a .docx file, set by GB/T 9704—2012: A4, 37/28/35/26 mm, title in 2号小标宋, body in 3号仿宋 on lines of exactly
 * 29 pt, 一、 in 黑体 and （一） in 楷体, page numbers outside. There is no character grid: LibreOffice stretches text on one.
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const lastTitleLine = document.title.length - 1;
  const title = document.title.map(
    (line, index) =>
      new Paragraph({
        style: STYLES.title.id,
        ...(index === lastTitleLine ? { spacing: { ...STYLES.title.paragraph.spacing, after: 580 } } : {}),
        children: runsOf(line),
      }),
  );
  const file = new Document({
    title: xmlText(document.title.join('')),
    creator: xmlText(document.issuer ?? ''),
    lastModifiedBy: xmlText(document.issuer ?? ''),
    evenAndOddHeaderAndFooters: true,
    styles: DOCUMENT_STYLES,
    sections: [
      {
        properties: {
          page: TYPE_AREA,
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [...title, ...document.blocks.map(blockOf)],
      },
    ],
  });
  return packed(file);
}
