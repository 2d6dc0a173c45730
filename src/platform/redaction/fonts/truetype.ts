/** A table of a font file: where it lies. */
type Table = { readonly offset: number; readonly length: number };

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The tables of a TrueType or OpenType file by their names. Throws (RangeError) where it is cut off. */
export function tablesOf(font: Uint8Array): ReadonlyMap<string, Table> {
  const view = viewOf(font);
  const tables = new Map<string, Table>();
  for (let at = 0; at < view.getUint16(4); at += 1) {
    const record = 12 + 16 * at;
    const name = Buffer.from(font.subarray(record, record + 4)).toString('latin1');
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    tables.set(name, { offset, length: Math.min(length, Math.max(0, font.length - offset)) });
  }
  return tables;
}

type Glyphs = {
  readonly count: number;
  readonly spanOf: (glyph: number) => { readonly from: number; readonly to: number };
};

function glyphsOf(font: Uint8Array, tables: ReadonlyMap<string, Table>): Glyphs | null {
  const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map(name => tables.get(name));
  if (head === undefined || maxp === undefined || loca === undefined || glyf === undefined) return null;
  const view = viewOf(font);
  const long = view.getInt16(head.offset + 50) !== 0;
  const at = (index: number) =>
    long ? view.getUint32(loca.offset + 4 * index) : 2 * view.getUint16(loca.offset + 2 * index);
  return {
    count: Math.min(view.getUint16(maxp.offset + 4), Math.floor(loca.length / (long ? 4 : 2)) - 1),
    spanOf: glyph => ({
      from: glyf.offset + Math.min(at(glyph), glyf.length),
      to: glyf.offset + Math.min(at(glyph + 1), glyf.length),
    }),
  };
}

/** The glyphs that a glyph is put together from. */
function componentsOf(font: Uint8Array, { from, to }: { readonly from: number; readonly to: number }): number[] {
  const view = viewOf(font);
  const components: number[] = [];
  if (to - from < 12 || view.getInt16(from) >= 0) return components;
  const [WORDS, SCALE, MORE, TWO_SCALES, FOUR] = [0x1, 0x8, 0x20, 0x40, 0x80];
  for (let at = from + 10; at + 4 <= to;) {
    const flags = view.getUint16(at);
    components.push(view.getUint16(at + 2));
    const scale = (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & FOUR) !== 0 ? 8 : 0;
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2) + scale;
    if ((flags & MORE) === 0) break;
  }
  return components;
}

/** What the tables for characters say of these codes, whichever of the tables a viewer chooses. */
export function glyphsForCodes(font: Uint8Array, codes: Iterable<number>): Set<number> | null {
  const table = tablesOf(font).get('cmap');
  if (table === undefined) return null;
  const view = viewOf(font);
  const maps = Array.from({ length: view.getUint16(table.offset + 2) }, (_, at) => {
    const start = table.offset + view.getUint32(table.offset + 4 + 8 * at + 4);
    return { start, format: view.getUint16(start) };
  });
  if (maps.some(({ format }) => format !== 0 && format !== 4 && format !== 6)) return null;
  const glyphs = new Set<number>();
  const look = (start: number, format: number, code: number): number => {
    if (format === 0) return code < 256 ? font[start + 6 + code]! : 0;
    if (format === 6) {
      const at = code - view.getUint16(start + 6);
      return at >= 0 && at < view.getUint16(start + 8) ? view.getUint16(start + 10 + 2 * at) : 0;
    }
    const segments = view.getUint16(start + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const end = view.getUint16(start + 14 + 2 * segment);
      if (code > end) continue;
      const first = view.getUint16(start + 16 + 2 * segments + 2 * segment);
      if (code < first) return 0;
      const delta = view.getUint16(start + 16 + 4 * segments + 2 * segment);
      const rangeAt = start + 16 + 6 * segments + 2 * segment;
      const range = view.getUint16(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
  // Symbol fonts have their codes in a private area as well.
  for (const code of codes)
    for (const { start, format } of maps)
      for (const tried of [code, 0xf000 + code]) glyphs.add(look(start, format, tried));
  return glyphs;
}

/**
 * A copy of a TrueType font in which only these glyphs are drawn; the others are empty, and no table names characters.
 * `keepCodes` leaves the table that finds glyphs by codes, for fonts that need it. Null where the file is not understood.
 */
export function emptyGlyphs(font: Uint8Array, kept: Iterable<number>, keepCodes = false): Uint8Array | null {
  const copy = Uint8Array.from(font);
  const tables = tablesOf(copy);
  const glyphs = glyphsOf(copy, tables);
  if (glyphs === null) return null;
  const wanted = new Set<number>([0]);
  const waiting = [...kept];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (wanted.has(next) || next >= glyphs.count) continue;
    wanted.add(next);
    waiting.push(...componentsOf(copy, glyphs.spanOf(next)));
  }
  for (let glyph = 0; glyph < glyphs.count; glyph += 1) {
    if (wanted.has(glyph)) continue;
    const { from, to } = glyphs.spanOf(glyph);
    if (to > from) copy.fill(0, from, to);
  }
  const silent = keepCodes ? ['post', 'GSUB', 'GPOS', 'Zapf'] : ['post', 'GSUB', 'GPOS', 'Zapf', 'cmap'];
  for (const name of silent) {
    const table = tables.get(name);
    if (table !== undefined) copy.fill(0, table.offset, table.offset + table.length);
  }
  const post = tables.get('post');
  // Version 3: no names.
  if (post !== undefined && post.length >= 4) viewOf(copy).setUint32(post.offset, 0x00030000);
  return copy;
}
