import { deflateSync, inflateSync } from 'node:zlib';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { array, dictionary, name } from './objects/pdf-object.ts';
import type { PdfObject } from './objects/pdf-object.ts';
import { writePictures } from './objects/rewrite.ts';
import { stripJpeg } from './objects/strip-jpeg.ts';
import { undoRowFilters } from './objects/row-filters.ts';

/** Why a picture is not taken: `damaged`, `too-large` beyond MAX_PIXELS, `unusual` in a way of coding that few programs write. */
export type ImageProblem = 'damaged' | 'too-large' | 'unusual';

const MAX_PIXELS = 40_000_000;
const [PAPER_SHORT, PAPER_LONG] = [595, 842];

type Image = {
  readonly width: number;
  readonly height: number;
  readonly turns: 0 | 1 | 2 | 3;
  readonly stream: PdfObject;
};

const imageStream = (bytes: Uint8Array, entries: Readonly<Record<string, PdfObject>>): PdfObject => ({
  kind: 'stream',
  entries: new Map(Object.entries({ Type: name('XObject'), Subtype: name('Image'), ...entries })),
  bytes,
});

/** Exif says how the camera was held: 1 upright, 3 upside down, 6 and 8 on its side. */
function turnsIn(segment: Uint8Array): Image['turns'] {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  if (segment.length < 20 || Buffer.from(segment.subarray(0, 4)).toString('latin1') !== 'Exif') return 0;
  const little = view.getUint16(6) === 0x4949;
  const directory = 6 + view.getUint32(10, little);
  if (directory + 2 > segment.length) return 0;
  for (let entry = 0; entry < view.getUint16(directory, little); entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > segment.length) return 0;
    if (view.getUint16(at, little) !== 0x0112) continue;
    return ({ 3: 2, 6: 1, 8: 3 } as const)[view.getUint16(at + 8, little)] ?? 0;
  }
  return 0;
}

function readJpeg(bytes: Uint8Array): Result<Image, ImageProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let turns: Image['turns'] = 0;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker === 0xe1) turns = turnsIn(bytes.subarray(at + 4, at + 2 + view.getUint16(at + 2))) || turns;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width, channels] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]!];
    if (width === 0 || height === 0) return refuse('damaged');
    if (width * height > MAX_PIXELS) return refuse('too-large');
    const colours = ({ 1: 'DeviceGray', 3: 'DeviceRGB' } as const)[channels];
    if (colours === undefined || bytes[at + 4] !== 8) return refuse('unusual');
    const stream = imageStream(stripJpeg(bytes), {
      Width: width,
      Height: height,
      ColorSpace: name(colours),
      BitsPerComponent: 8,
      Filter: name('DCTDecode'),
    });
    return ok({ width, height, turns, stream });
  }
  return refuse('damaged');
}

type PngHead = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
};

function readChunks(
  bytes: Uint8Array,
): { readonly head: PngHead; readonly palette: Uint8Array; readonly data: Buffer } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let [head, palette]: [PngHead | null, Uint8Array] = [null, new Uint8Array(0)];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const body = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (type === 'IHDR' && body.length >= 13)
      head = {
        width: view.getUint32(at + 8),
        height: view.getUint32(at + 12),
        depth: body[8]!,
        colour: body[9]!,
        interlaced: body[12] !== 0,
      };
    if (type === 'PLTE') palette = body;
    if (type === 'IDAT') data.push(body);
    if (type === 'IEND') break;
  }
  return head === null || data.length === 0 ? null : { head, palette, data: Buffer.concat(data) };
}

/** Pixels with transparency on white paper, as a picture without it. */
function withoutAlpha({ width, height }: PngHead, channels: 1 | 3, packed: Uint8Array): Uint8Array {
  const inside = channels + 1;
  const rows = inflateSync(packed, { maxOutputLength: height * (width * inside + 1) });
  const pixels = undoRowFilters(rows, width * inside, inside);
  const out = new Uint8Array(height * (width * channels + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const alpha = pixels[(y * width + x) * inside + channels]! / 255;
      for (let channel = 0; channel < channels; channel += 1)
        out[y * (width * channels + 1) + 1 + x * channels + channel] = Math.round(
          255 + (pixels[(y * width + x) * inside + channel]! - 255) * alpha,
        );
    }
  return new Uint8Array(deflateSync(out));
}

function readPng(bytes: Uint8Array): Result<Image, ImageProblem> {
  const chunks = readChunks(bytes);
  if (chunks === null) return refuse('damaged');
  const { head, palette, data } = chunks;
  const { width, height, depth, colour } = head;
  if (width === 0 || height === 0) return refuse('damaged');
  if (width * height > MAX_PIXELS) return refuse('too-large');
  const transparent = colour === 4 || colour === 6;
  if (head.interlaced || (transparent && depth !== 8) || ![0, 2, 3, 4, 6].includes(colour)) return refuse('unusual');
  const channels = colour === 2 || colour === 6 ? 3 : 1;
  const space =
    colour === 3
      ? array(name('Indexed'), name('DeviceRGB'), Math.max(0, Math.floor(palette.length / 3) - 1), {
          kind: 'string',
          bytes: palette,
        })
      : name(channels === 3 ? 'DeviceRGB' : 'DeviceGray');
  try {
    const stream = imageStream(transparent ? withoutAlpha(head, channels, data) : new Uint8Array(data), {
      Width: width,
      Height: height,
      ColorSpace: space,
      BitsPerComponent: depth,
      Filter: name('FlateDecode'),
      DecodeParms: dictionary({ Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width }),
    });
    return ok({ width, height, turns: 0, stream });
  } catch {
    return refuse('damaged');
  }
}

/** A PDF of one page that shows the picture (JPEG or PNG) as large as A4 allows, upright as the camera was held. */
export function wrapImage(bytes: Uint8Array): Result<Uint8Array, ImageProblem> {
  const image = bytes[0] === 0xff ? readJpeg(bytes) : readPng(bytes);
  if (!image.ok) return image;
  const { width, height, turns, stream } = image.value;
  const scale = Math.min(PAPER_LONG / Math.max(width, height), PAPER_SHORT / Math.min(width, height));
  return ok(writePictures([{ width: width * scale, height: height * scale, image: stream, turns }]));
}
