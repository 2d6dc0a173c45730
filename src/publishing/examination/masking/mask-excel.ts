import { fail } from '../../../platform/document/trouble.ts';
import type { FlatBlock } from '../../../platform/document/block.ts';
import { readXlsx } from '../../../platform/xlsx/read-xlsx.ts';
import { writeXlsx } from '../../../platform/xlsx/write-xlsx.ts';
import type { Sheet, SheetCell } from '../../../views/workbook/workbook.ts';
import { masked, masksOf, masksWithin } from '../../rules/masking.ts';
import type { MaskedPlace } from '../../rules/masking.ts';

type Slot = Omit<SheetCell, 'value' | 'look'> & { readonly text: string };

/** The cells of a sheet where they stand: paragraphs are rows of one cell. */
function slotsOf(blocks: readonly FlatBlock[]): readonly Slot[] {
  const slots: Slot[] = [];
  let row = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      slots.push({ row, column: 0, rowSpan: 1, columnSpan: 1, text: block.text });
      row += 1;
      continue;
    }
    for (const cell of block.cells)
      slots.push({
        row: row + cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        text: cell.text,
      });
    row += block.rows;
  }
  return slots;
}

/** Up to fifteen digits are a number to a table program; more of them, or a nought before them, are a name. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
const SHORT = 14;

function cellOf({ text, ...place }: Slot): SheetCell {
  const isNumber = NUMBER.test(text) && text.replace(/\D/g, '').length <= 15;
  return {
    ...place,
    value: text === '' ? null : isNumber ? Number(text) : text,
    look: isNumber || text.length <= SHORT ? 'figure' : 'text',
  };
}

const widthOf = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .map(line => Array.from(line).reduce((sum, one) => sum + (/[\u2e80-\uffef]/u.test(one) ? 2 : 1), 0)),
  );
const [NARROWEST, WIDEST] = [8, 60];

function sheetOf(name: string, slots: readonly Slot[]): Sheet {
  const columns = Math.max(1, ...slots.map(({ column, columnSpan }) => column + columnSpan));
  const widths = Array<number>(columns).fill(NARROWEST);
  for (const { column, columnSpan, text } of slots)
    if (columnSpan === 1) widths[column] = Math.min(WIDEST, Math.max(widths[column]!, widthOf(text) + 2));
  return {
    name,
    columnWidths: widths,
    rows: Math.max(1, ...slots.map(({ row, rowSpan }) => row + rowSpan)),
    cells: slots.map(cellOf),
    headRows: 0,
    orientation: columns > 6 ? 'landscape' : 'portrait',
  };
}

/** The slots with personal data masked; a row is read as one line, because a heading may stand beside its number. */
function maskSlots(slots: readonly Slot[], place: string, officialNumbers: readonly string[]) {
  const offsets: number[] = [];
  let [whole, row] = ['', -1];
  for (const slot of slots) {
    if (slot.text !== '') whole += whole === '' ? '' : slot.row === row ? '\t' : '\n';
    row = slot.text === '' ? row : slot.row;
    offsets.push(whole.length);
    whole += slot.text;
  }
  const masks = masksOf(whole, officialNumbers);
  return {
    slots: slots.map((slot, index) => ({
      ...slot,
      text: masked(slot.text, masksWithin(masks, offsets[index]!, slot.text.length)),
    })),
    places: masks.map(({ replacement, what }): MaskedPlace => ({ place, replacement, what })),
  };
}

/**
 * A new workbook with what the visible sheets of another one show, personal data masked. Nothing of the other file is copied but
 * words and figures: hidden sheets, rows and columns, comments, formulas, names, caches and properties are not in it, and neither
 * are its charts, pictures and colours.
 */
export async function maskExcel(
  bytes: Uint8Array,
  officialNumbers: readonly string[],
): Promise<{ readonly bytes: Uint8Array; readonly places: readonly MaskedPlace[] }> {
  const read = await readXlsx(bytes);
  if (!read.ok) return fail(read.problem);
  const places: MaskedPlace[] = [];
  const sheets = read.value.sheets.map(({ name, blocks }) => {
    const sheetName = masked(name, masksOf(name, officialNumbers));
    const masking = maskSlots(slotsOf(blocks), `工作表“${sheetName}”`, officialNumbers);
    places.push(...masking.places);
    return sheetOf(sheetName, masking.slots);
  });
  return { bytes: await writeXlsx({ title: '', issuer: null, sheets }), places };
}
