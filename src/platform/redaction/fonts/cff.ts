import { tablesOf, viewOf } from './truetype.ts';

type Index = {
  readonly count: number;
  readonly spanOf: (at: number) => { readonly from: number; readonly to: number };
  readonly end: number;
};

function indexAt(font: Uint8Array, start: number): Index {
  const view = viewOf(font);
  const count = view.getUint16(start);
  if (count === 0) return { count, spanOf: () => ({ from: start, to: start }), end: start + 2 };
  const size = font[start + 2]!;
  const offset = (at: number) => {
    let value = 0;
    for (let byte = 0; byte < size; byte += 1) value = value * 256 + view.getUint8(start + 3 + at * size + byte);
    return value;
  };
  const data = start + 2 + (count + 1) * size;
  return { count, spanOf: at => ({ from: data + offset(at), to: data + offset(at + 1) }), end: data + offset(count) };
}

/** The numbers before each operator of a top dictionary; two-byte operators are 1200 and more. */
function operatorsIn(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte <= 21) {
      const operator = byte === 12 ? 1200 + (bytes[(at += 1)] ?? 0) : byte;
      found.set(operator, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push((((bytes[at + 1]! << 8) | bytes[at + 2]!) << 16) >> 16);
      at += 2;
    } else if (byte === 29) {
      operands.push((bytes[at + 1]! << 24) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 8) | bytes[at + 4]!);
      at += 4;
    } else if (byte === 30) {
      while (at + 1 < bytes.length && (bytes[(at += 1)]! & 15) !== 15);
      operands.push(Number.NaN);
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + bytes[(at += 1)]! + 108);
    else operands.push(-(byte - 251) * 256 - bytes[(at += 1)]! - 108);
  }
  return found;
}

/** The CID of every glyph, as the charset lists them. */
function charsetAt(font: Uint8Array, start: number, glyphs: number): number[] {
  const view = viewOf(font);
  const cids = [0];
  const format = font[start]!;
  let at = start + 1;
  while (cids.length < glyphs) {
    const first = view.getUint16(at);
    at += 2;
    let more = 0;
    if (format === 1) more = view.getUint8(at);
    if (format === 2) more = view.getUint16(at);
    at += format;
    for (let step = 0; step <= more && cids.length < glyphs; step += 1) cids.push(first + step);
  }
  return cids;
}

/** A copy of a CFF font (or an OpenType file around one) in which only the glyphs of these CIDs are drawn; null where it is not understood. */
export function emptyCffGlyphs(file: Uint8Array, kept: ReadonlySet<number>): Uint8Array | null {
  const copy = Uint8Array.from(file);
  const isOpenType = Buffer.from(copy.subarray(0, 4)).toString('latin1') === 'OTTO';
  const tables = isOpenType ? tablesOf(copy) : null;
  const table = tables?.get('CFF ');
  if (isOpenType && table === undefined) return null;
  const font = table === undefined ? copy : copy.subarray(table.offset, table.offset + table.length);
  const names = indexAt(font, font[2]!);
  const top = indexAt(font, names.end);
  if (top.count !== 1) return null;
  const { from, to } = top.spanOf(0);
  const operators = operatorsIn(font.subarray(from, to));
  const [CHARSET, CHAR_STRINGS, ROS, END_CHAR] = [15, 17, 1230, 14];
  const place = operators.get(CHAR_STRINGS)?.[0];
  if (place === undefined) return null;
  const strings = indexAt(font, place);
  const charset = operators.get(CHARSET)?.[0] ?? 0;
  const cids = operators.has(ROS) && charset > 2 ? charsetAt(font, charset, strings.count) : null;
  for (let glyph = 1; glyph < strings.count; glyph += 1) {
    if (kept.has(cids?.[glyph] ?? glyph)) continue;
    const span = strings.spanOf(glyph);
    if (span.to <= span.from || span.to > font.length) continue;
    font.fill(0, span.from, span.to);
    font[span.from] = END_CHAR;
  }
  for (const name of ['cmap', 'GSUB', 'GPOS']) {
    const silent = tables?.get(name);
    if (silent !== undefined) copy.fill(0, silent.offset, silent.offset + silent.length);
  }
  return copy;
}
