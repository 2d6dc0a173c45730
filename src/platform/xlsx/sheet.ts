import { LIMITS } from '../document/limits.ts';
import { fail } from '../document/trouble.ts';
import { withoutInvisible } from '../text/clean-text.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { findPosition, findRange } from './reference.ts';
import type { SheetPosition } from './reference.ts';
import { localName, unescaped } from './strings.ts';

/** A cell that the file mentions; `text` is empty for one that only has a style. */
export type SheetCell = SheetPosition & { readonly text: string };
type SheetMerge = { readonly from: SheetPosition; readonly to: SheetPosition };

export type Sheet = {
  /** By row, then column. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly SheetMerge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
};

export type SheetContext = {
  readonly strings: readonly string[];
  /** A number as printed, by the number of its style. */
  readonly print: (stored: string, style: number) => string;
};

const MAX_MERGES = 50_000;
const MAX_COLUMN_RANGES = 1_000;

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** Reads one worksheet. `budget` counts the cells and characters of the whole workbook. */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  { strings, print }: SheetContext,
  budget: { cells: number; characters: number },
): Promise<Sheet> {
  const cells: SheetCell[] = [];
  const merges: SheetMerge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { from: number; to: number }[] = [];
  let row = -1;
  let column = -1;
  let cell: { position: SheetPosition; type: string; style: number; value: string; inline: string } | undefined;
  let inside: 'value' | 'inline' | null = null;
  let readings = 0;

  function textOf({ type, style, value, inline }: NonNullable<typeof cell>): string {
    switch (type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'inlineStr':
        return unescaped(inline);
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
      case 'd':
        return value;
    }
    return value === '' ? unescaped(inline) : print(value, style);
  }

  function endCell() {
    if (cell === undefined) return;
    const text = withoutInvisible(textOf(cell)).replaceAll('\u00A0', ' ').replace(/\r\n?/g, '\n').trim();
    budget.cells += 1;
    budget.characters += text.length;
    if (budget.cells > LIMITS.cells) fail('too-many-cells');
    if (budget.characters > LIMITS.textCharacters) fail('too-large');
    cells.push({ ...cell.position, text });
    cell = undefined;
  }

  await walkXml(chunks, {
    open(name, attributes) {
      switch (localName(name)) {
        case 'row': {
          const given = Number(attributes['r']);
          row = Number.isInteger(given) && given >= 1 ? given - 1 : row + 1;
          column = -1;
          if (isTrue(attributes['hidden'])) hiddenRows.add(row);
          return;
        }
        case 'col':
          if (isTrue(attributes['hidden']))
            hiddenColumns.push({ from: Number(attributes['min']) - 1, to: Number(attributes['max']) - 1 });
          if (hiddenColumns.length > MAX_COLUMN_RANGES) fail('damaged');
          return;
        case 'c': {
          const position = findPosition(attributes['r'] ?? '') ?? { row, column: column + 1 };
          ({ column } = position);
          const { t: type = 'n', s: style = '0' } = attributes;
          cell = { position, type, style: Number(style), value: '', inline: '' };
          return;
        }
        case 'v':
          inside = 'value';
          return;
        case 'rPh':
          readings += 1;
          return;
        case 't':
          if (cell !== undefined && readings === 0) inside = 'inline';
          return;
        case 'mergeCell': {
          const range = findRange(attributes['ref'] ?? '');
          if (range !== undefined) merges.push(range);
          if (merges.length > MAX_MERGES) fail('too-many-cells');
        }
      }
    },
    close(name) {
      switch (localName(name)) {
        case 'c':
          endCell();
          return;
        case 'v':
        case 't':
          inside = null;
          return;
        case 'rPh':
          readings -= 1;
      }
    },
    text(text) {
      if (cell === undefined || inside === null) return;
      if (inside === 'value') cell.value += text;
      else cell.inline += text;
    },
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, merges, hiddenRows, hiddenColumns };
}
