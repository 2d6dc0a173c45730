import { constants, inflateSync } from 'node:zlib';
import { entriesIn, itemsIn, nameIn, resolve } from './pdf-object.ts';
import type { PdfEntries, PdfObject, PdfObjects, PdfStream } from './pdf-object.ts';
import { undoRowFilters } from './row-filters.ts';

/** What one stream may unfold to. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024;

function undoHex(bytes: Uint8Array): Uint8Array {
  const digits = Buffer.from(bytes)
    .toString('latin1')
    .split('>')[0]!
    .replaceAll(/[^0-9A-Fa-f]/g, '');
  return new Uint8Array(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex'));
}

function undoBase85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (count: number) => {
    while (group.length < 5) group.push(84);
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let at = 0; at < count; at += 1) out.push(Math.floor(value / 256 ** (3 - at)) % 256);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 33 && byte <= 117) {
      group.push(byte - 33);
      if (group.length === 5) flush(4);
    }
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(out);
}

/** LZW as TIFF has it, with the early change of width that PDF takes for granted. */
function undoLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = [];
  let table: Uint8Array[] = [];
  const reset = () => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? Uint8Array.of(code) : new Uint8Array(0)));
  };
  reset();
  let [buffer, bits, width] = [0, 0, 9];
  let previous = null as Uint8Array | null;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (buffer >> bits) & ((1 << width) - 1);
    buffer &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      reset();
      [width, previous] = [9, null];
      continue;
    }
    const entry: Uint8Array | undefined =
      table[code] ?? (previous === null ? undefined : Uint8Array.of(...previous, previous[0]!));
    if (entry === undefined) break;
    for (const value of entry) out.push(value);
    if (out.length > MAX_STREAM_BYTES) throw new RangeError('stream too long');
    if (previous !== null && table.length < 4096) table.push(Uint8Array.of(...previous, entry[0]!));
    previous = entry;
    if (table.length + early >= 1 << width && width < 12) width += 1;
  }
  return Uint8Array.from(out);
}

function undoRunLength(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at]!;
    if (length === 128) break;
    if (length < 128) out.push(...bytes.subarray(at + 1, at + 2 + length));
    else for (let times = 257 - length; times > 0; times -= 1) out.push(bytes[at + 1] ?? 0);
    if (out.length > MAX_STREAM_BYTES) throw new RangeError('stream too long');
    at += length < 128 ? length + 2 : 2;
  }
  return Uint8Array.from(out);
}

function inflate(bytes: Uint8Array): Uint8Array {
  // A stream that is cut off gives what it has.
  return new Uint8Array(inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_STREAM_BYTES }));
}

const numberOf = (entries: PdfEntries, key: string, otherwise: number): number => {
  const value = entries.get(key);
  return typeof value === 'number' ? value : otherwise;
};

function undoPrediction(bytes: Uint8Array, entries: PdfEntries): Uint8Array | null {
  const predictor = numberOf(entries, 'Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) return null;
  const pixel = Math.max(1, (numberOf(entries, 'Colors', 1) * numberOf(entries, 'BitsPerComponent', 8)) >> 3);
  const row = Math.ceil(
    (numberOf(entries, 'Columns', 1) * numberOf(entries, 'Colors', 1) * numberOf(entries, 'BitsPerComponent', 8)) / 8,
  );
  return undoRowFilters(bytes, row, pixel);
}

const listed = (object: PdfObject): readonly PdfObject[] =>
  object !== null && typeof object === 'object' && object.kind === 'array' ? object.items : [object];

/**
 * The bytes of a stream with its filters undone; null where a filter is that of a picture, or unknown. Throws where the bytes
 * are damaged or unfold beyond MAX_STREAM_BYTES.
 */
export function openStream(file: PdfObjects, stream: PdfStream): Uint8Array | null {
  const filters = listed(resolve(file, stream.entries.get('Filter'))).map(filter => nameIn(resolve(file, filter)));
  const parameters =
    itemsIn(resolve(file, stream.entries.get('DecodeParms'))).length > 0
      ? itemsIn(resolve(file, stream.entries.get('DecodeParms')))
      : [resolve(file, stream.entries.get('DecodeParms'))];
  let bytes: Uint8Array | null = stream.bytes;
  for (const [at, filter] of filters.entries()) {
    if (bytes === null || filter === null) continue;
    const given = entriesIn(resolve(file, parameters[at]));
    if (filter === 'FlateDecode' || filter === 'Fl') bytes = undoPrediction(inflate(bytes), given);
    else if (filter === 'LZWDecode' || filter === 'LZW')
      bytes = undoPrediction(undoLzw(bytes, numberOf(given, 'EarlyChange', 1)), given);
    else if (filter === 'ASCIIHexDecode' || filter === 'AHx') bytes = undoHex(bytes);
    else if (filter === 'ASCII85Decode' || filter === 'A85') bytes = undoBase85(bytes);
    else if (filter === 'RunLengthDecode' || filter === 'RL') bytes = undoRunLength(bytes);
    else return null;
  }
  return bytes;
}
