import { deflateSync } from 'node:zlib';
import { openStream } from '../objects/open-stream.ts';
import { entriesIn, itemsIn, name, nameIn, resolve } from '../objects/pdf-object.ts';
import type { PdfEntries, PdfObject, PdfObjects, PdfStream } from '../objects/pdf-object.ts';
import { emptyCffGlyphs } from './cff.ts';
import { emptyGlyphs, glyphsForCodes } from './truetype.ts';
import { readUnicodeMap, writeUnicodeMap } from './unicode-map.ts';
import { shownStrings } from './used-codes.ts';

/** A font of a file and the codes that the file shows in it. */
export type UsedFont = {
  readonly number: number;
  readonly entries: PdfEntries;
  readonly codes: ReadonlySet<number>;
  readonly wide: boolean;
};

const IDENTITY = new Set(['Identity-H', 'Identity-V']);

function codesIn(strings: readonly Uint8Array[], wide: boolean): Set<number> {
  const codes = new Set<number>();
  for (const string of strings)
    if (wide) for (let at = 0; at + 1 < string.length; at += 2) codes.add(string[at]! * 256 + string[at + 1]!);
    else for (const byte of string) codes.add(byte);
  return codes;
}

/** The fonts whose codes can be told: those of one byte, and composite ones whose codes are their CIDs. */
export function usedFonts(file: PdfObjects): UsedFont[] | null {
  const shown = shownStrings(file);
  if (shown === null) return null;
  return [...file.objects].flatMap(([number, object]) => {
    const entries = entriesIn(object);
    if (nameIn(entries.get('Type') ?? null) !== 'Font' || entries.has('CIDSystemInfo')) return [];
    const composite = nameIn(entries.get('Subtype') ?? null) === 'Type0';
    if (composite && !IDENTITY.has(nameIn(resolve(file, entries.get('Encoding'))) ?? '')) return [];
    return [{ number, entries, wide: composite, codes: codesIn(shown.get(number) ?? [], composite) }];
  });
}

const numberIn = (object: PdfObject | undefined): number | null =>
  object !== null && typeof object === 'object' && object.kind === 'reference' ? object.number : null;

function streamAt(
  file: PdfObjects,
  number: number | null,
): { readonly stream: PdfStream; readonly bytes: Uint8Array } | null {
  const stream = number === null ? null : (file.objects.get(number) ?? null);
  if (stream === null || typeof stream !== 'object' || stream.kind !== 'stream') return null;
  const bytes = openStream(file, stream);
  return bytes === null ? null : { stream, bytes };
}

const withBytes = ({ entries }: PdfStream, bytes: Uint8Array): PdfStream => ({
  kind: 'stream',
  entries: new Map<string, PdfObject>([
    ...[...entries].filter(([key]) => key !== 'DecodeParms' && key !== 'Length'),
    ['Filter', name('FlateDecode')],
  ]),
  bytes: new Uint8Array(deflateSync(bytes)),
});

type Change = (number: number, object: PdfObject) => void;
/** The glyphs to be kept in one font program, gathered over all fonts that draw from it; null where they cannot be told. */
type Kept = Map<number, { readonly kind: 'glyf' | 'cff'; readonly glyphs: Set<number>; keepCodes: boolean } | null>;

function forgetTexts(file: PdfObjects, fonts: readonly UsedFont[], change: Change) {
  const byMap = Map.groupBy(fonts, ({ entries }) => numberIn(entries.get('ToUnicode')));
  for (const [number, sharing] of byMap) {
    const found = streamAt(file, number);
    if (number === null || found === null) continue;
    const map = readUnicodeMap(found.bytes);
    const texts = new Map([...map.texts].filter(([code]) => sharing.some(({ codes }) => codes.has(code))));
    change(number, withBytes(found.stream, writeUnicodeMap({ ...map, texts })));
  }
}

/** The names that an encoding gives to codes which are shown; the others become `.notdef`. */
function forgetNames(file: PdfObjects, font: UsedFont, change: Change) {
  const encoding = resolve(file, font.entries.get('Encoding'));
  const differences = itemsIn(resolve(file, entriesIn(encoding).get('Differences')));
  if (differences.length === 0) return;
  let code = 0;
  const kept = new Set<string>();
  const items = differences.map(item => {
    if (typeof item === 'number') {
      code = item;
      return item;
    }
    code += 1;
    const own = nameIn(item);
    if (!font.codes.has(code - 1)) return name('.notdef');
    if (own !== null) kept.add(own);
    return item;
  });
  const entries = new Map<string, PdfObject>([
    ...font.entries,
    [
      'Encoding',
      { kind: 'dictionary', entries: new Map([...entriesIn(encoding), ['Differences', { kind: 'array', items }]]) },
    ],
  ]);
  const drawings = entriesIn(resolve(file, font.entries.get('CharProcs')));
  if (drawings.size > 0) {
    const used = new Map([...drawings].filter(([own]) => kept.has(own)));
    entries.set('CharProcs', { kind: 'dictionary', entries: used });
    for (const [own, drawing] of drawings) {
      const number = numberIn(drawing);
      if (!kept.has(own) && number !== null && ![...used.values()].some(other => numberIn(other) === number))
        change(number, null);
    }
  }
  change(font.number, { kind: 'dictionary', entries });
}

function gidsOf(file: PdfObjects, descendant: PdfEntries, codes: ReadonlySet<number>): ReadonlySet<number> | null {
  const map = resolve(file, descendant.get('CIDToGIDMap'));
  if (map === null || nameIn(map) === 'Identity') return codes;
  const table = typeof map === 'object' && map.kind === 'stream' ? openStream(file, map) : null;
  if (table === null) return null;
  return new Set([...codes].map(code => (table[2 * code] ?? 0) * 256 + (table[2 * code + 1] ?? 0)));
}

function noteGlyphs(file: PdfObjects, font: UsedFont, kept: Kept) {
  const descendant = font.wide
    ? entriesIn(resolve(file, itemsIn(resolve(file, font.entries.get('DescendantFonts')))[0]))
    : font.entries;
  const descriptor = entriesIn(resolve(file, descendant.get('FontDescriptor')));
  const [glyf, cff] = [numberIn(descriptor.get('FontFile2')), numberIn(descriptor.get('FontFile3'))];
  const program = glyf ?? cff;
  if (program === null) return;
  const unknown = () => kept.set(program, null);
  if (kept.get(program) === null && kept.has(program)) return;
  let glyphs: ReadonlySet<number> | null = null;
  if (font.wide) glyphs = glyf === null ? font.codes : gidsOf(file, descendant, font.codes);
  else if (glyf !== null && !font.entries.has('Encoding')) {
    const found = streamAt(file, glyf);
    glyphs = found === null ? null : glyphsForCodes(found.bytes, font.codes);
  }
  if (glyphs === null) {
    unknown();
    return;
  }
  const known = kept.get(program) ?? {
    kind: glyf === null ? 'cff' : 'glyf',
    glyphs: new Set<number>(),
    keepCodes: false,
  };
  for (const glyph of glyphs) known.glyphs.add(glyph);
  if (!font.wide) known.keepCodes = true;
  kept.set(program, known);
}

function forgetOutlines(file: PdfObjects, kept: Kept, change: Change) {
  for (const [number, wanted] of kept) {
    const found = streamAt(file, number);
    if (found === null || wanted === null) continue;
    const font =
      wanted.kind === 'cff'
        ? emptyCffGlyphs(found.bytes, wanted.glyphs)
        : emptyGlyphs(found.bytes, wanted.glyphs, wanted.keepCodes);
    if (font === null) continue;
    const { entries, ...stream } = withBytes(found.stream, font);
    const lengths = entries.has('Length1') ? [['Length1', font.length] as const] : [];
    change(number, { ...stream, entries: new Map([...entries, ...lengths]) });
  }
}

/** Each step is for itself: a font that is not understood stays as it is, and the verification says so. */
function attempt(step: () => void) {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/**
 * Takes out of the embedded fonts what the pages do not use any more. A subset is made for a text: the outlines and code tables
 * of a name that stood nowhere else would still spell it.
 */
export function forgetGlyphs(file: PdfObjects): ReadonlyMap<number, PdfObject> {
  const fonts = usedFonts(file);
  const changed = new Map<number, PdfObject>();
  if (fonts === null) return changed;
  const change: Change = (number, object) => changed.set(number, object);
  attempt(() => forgetTexts(file, fonts, change));
  const kept: Kept = new Map();
  for (const font of fonts) {
    if (!font.wide) attempt(() => forgetNames(file, font, change));
    attempt(() => noteGlyphs(file, font, kept));
  }
  attempt(() => forgetOutlines(file, kept, change));
  return changed;
}

/** Texts that fonts still give to codes which no page shows. */
export function namedButUnused(file: PdfObjects): string[] {
  const fonts = usedFonts(file);
  if (fonts === null) return [];
  const maps = Map.groupBy(fonts, ({ entries }) => numberIn(entries.get('ToUnicode')));
  return [...maps].flatMap(([number, sharing]) => {
    const found = streamAt(file, number);
    if (found === null) return [];
    return [...readUnicodeMap(found.bytes).texts]
      .filter(([code]) => !sharing.some(({ codes }) => codes.has(code)))
      .map(([, hex]) => Buffer.from(hex, 'hex').swap16().toString('utf16le'));
  });
}
