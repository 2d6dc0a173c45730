import type { Result } from '../../kernel/result.ts';
import type { FlatBlock } from '../document/block.ts';
import { fail, guarded } from '../document/trouble.ts';
import type { Trouble } from '../document/trouble.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { openZip } from '../zip/open-zip.ts';
import { readRelationships } from '../zip/relationships.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { plainNumber, readNumberFormats } from './number-formats.ts';
import type { NumberFormats } from './number-formats.ts';
import { readSheet } from './sheet.ts';
import { localName, readSharedStrings } from './strings.ts';

/** One visible sheet; `left` says how many rows and columns of it were left out because they are hidden. */
export type WorkbookSheet = {
  readonly name: string;
  readonly blocks: readonly FlatBlock[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
};
export type Workbook = { readonly sheets: readonly WorkbookSheet[]; readonly hiddenSheets: readonly string[] };

type Listed = { readonly name: string; readonly relationship: string; readonly hidden: boolean };

async function readContents(chunks: AsyncIterable<Uint8Array>) {
  const sheets: Listed[] = [];
  let is1904 = false;
  await walkXml(chunks, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (local !== 'sheet') return;
      const relationship = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key !== 'id')?.[1];
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', relationship: relationship ?? '', hidden });
    },
    close: () => {},
  });
  return { sheets, is1904 };
}

/** Prints numbers by their cell's format; the library that knows date formats is loaded only where a file has one. */
async function printerFor(formats: NumberFormats, is1904: boolean): Promise<(stored: string, style: number) => string> {
  if (formats.every(format => format === '')) return stored => plainNumber(stored);
  const { formatValue } = await import('hucre');
  return (stored, style) => {
    const format = formats[style] ?? '';
    const value = Number(stored);
    if (format === '' || !Number.isFinite(value)) return plainNumber(stored);
    try {
      return formatValue(Number(plainNumber(stored)), format, { is1904 }).trim();
    } catch {
      // A format no program could have written says nothing; the number does.
      return plainNumber(stored);
    }
  };
}

/** Reads an Excel workbook (.xlsx, also the strict variant): its visible sheets in order. */
export function readXlsx(bytes: Uint8Array): Promise<Result<Workbook, Trouble>> {
  return guarded(async () => {
    const zip = await openZip(bytes);
    const main = (await readRelationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.target;
    const part = main !== undefined && zip.has(main) ? main : 'xl/workbook.xml';
    if (!zip.has(part)) fail('no-content');
    const relationships = (await readRelationships(zip, part)).filter(({ target }) => zip.has(target));
    const { sheets, is1904 } = await readContents(zip.chunks(part));
    const stringsPart = relationships.find(({ kind }) => kind === 'sharedStrings')?.target;
    const stylesPart = relationships.find(({ kind }) => kind === 'styles')?.target;
    const strings = stringsPart === undefined ? [] : await readSharedStrings(zip.chunks(stringsPart));
    const formats = stylesPart === undefined ? [] : await readNumberFormats(zip.chunks(stylesPart));
    const print = await printerFor(formats, is1904);

    const budget = { cells: 0, characters: 0 };
    const read: WorkbookSheet[] = [];
    for (const { name, relationship, hidden } of sheets) {
      const target = relationships.find(({ id }) => id === relationship);
      // Chart sheets hold no cells.
      if (hidden || target?.kind !== 'worksheet') continue;
      const sheet = await readSheet(zip.chunks(target.target), { strings, print }, budget);
      read.push({
        name,
        blocks: layOutSheet(sheet),
        hiddenRows: sheet.hiddenRows.size,
        hiddenColumns: sheet.hiddenColumns.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      });
    }
    if (read.length === 0) fail('no-content');
    return { sheets: read, hiddenSheets: sheets.filter(sheet => sheet.hidden).map(sheet => sheet.name) };
  });
}
