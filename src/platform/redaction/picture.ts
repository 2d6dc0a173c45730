import { crc32, deflateSync } from 'node:zlib';
import type { Box } from '../pdf/box.ts';
import type { Picture } from './open-document.ts';

/** Pixels row by row without alpha, in one channel where the picture has no colour. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly bytes: Uint8Array;
};

/** Drops alpha, and colour where there is none. */
export function pixelsOf({ width, height, rgba }: Picture): Pixels {
  let grey = true;
  for (let at = 0; grey && at < rgba.length; at += 4) grey = rgba[at] === rgba[at + 1] && rgba[at] === rgba[at + 2];
  const channels = grey ? 1 : 3;
  const bytes = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < channels; channel += 1)
      bytes[pixel * channels + channel] = rgba[pixel * 4 + channel]!;
  return { width, height, channels, bytes };
}

/** Makes the pixels inside and at the border of these boxes (in points) black. */
export function blacken(picture: Picture, boxes: readonly Box[], pixelsPerPoint: number) {
  for (const box of boxes) {
    const from = Math.max(0, Math.floor(box.left * pixelsPerPoint));
    const to = Math.min(picture.width, Math.ceil(box.right * pixelsPerPoint));
    const last = Math.min(picture.height, Math.ceil(box.bottom * pixelsPerPoint));
    for (let row = Math.max(0, Math.floor(box.top * pixelsPerPoint)); row < last; row += 1)
      for (let column = from; column < to; column += 1)
        picture.rgba.set([0, 0, 0, 255], (row * picture.width + column) * 4);
  }
}

/** The rows with a filter byte before each, as PNG and PDF's predictor 15 have them: each row as it is, or as its difference to the one above. */
export function filteredRows({ width, height, channels, bytes }: Pixels): Uint8Array {
  const [PLAIN, UP] = [0, 2];
  const row = width * channels;
  const out = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y += 1) {
    const here = bytes.subarray(y * row, (y + 1) * row);
    const above = y === 0 ? null : bytes.subarray((y - 1) * row, y * row);
    const target = y * (row + 1);
    out[target] = above === null ? PLAIN : UP;
    for (let x = 0; x < row; x += 1) out[target + 1 + x] = here[x]! - (above?.[x] ?? 0);
  }
  return out;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The picture as a PNG file. */
export function writePng(picture: Picture): Uint8Array {
  const pixels = pixelsOf(picture);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels.width, 0);
  head.writeUInt32BE(pixels.height, 4);
  head.set([8, pixels.channels === 1 ? 0 : 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(filteredRows(pixels), { level: 6 })),
      chunk('IEND', new Uint8Array(0)),
    ]),
  );
}

/** Whether all pixels inside the box (in points, its border pixels left out) have one colour; which, when it is asked for. */
export function isUniform(
  picture: Picture,
  box: Box,
  pixelsPerPoint: number,
  colour?: readonly [number, number, number],
): boolean {
  const [left, top] = [Math.ceil(box.left * pixelsPerPoint) + 1, Math.ceil(box.top * pixelsPerPoint) + 1];
  const right = Math.min(picture.width, Math.floor(box.right * pixelsPerPoint) - 1);
  const bottom = Math.min(picture.height, Math.floor(box.bottom * pixelsPerPoint) - 1);
  let wanted: readonly number[] | undefined = colour;
  for (let row = Math.max(0, top); row < bottom; row += 1)
    for (let column = Math.max(0, left); column < right; column += 1) {
      const at = (row * picture.width + column) * 4;
      const pixel = picture.rgba.subarray(at, at + 3);
      wanted ??= [...pixel];
      if (pixel.some((value, channel) => Math.abs(value - wanted![channel]!) > 3)) return false;
    }
  return true;
}

/** How many pixels of two pictures differ clearly outside of these boxes (in points). */
export function differingPixels(one: Picture, other: Picture, boxes: readonly Box[], pixelsPerPoint: number): number {
  if (one.width !== other.width || one.height !== other.height) return one.width * one.height;
  const covered = new Uint8Array(one.width * one.height);
  for (const box of boxes) {
    const from = Math.max(0, Math.floor(box.left * pixelsPerPoint) - 2);
    const to = Math.min(one.width, Math.ceil(box.right * pixelsPerPoint) + 2);
    const last = Math.min(one.height, Math.ceil(box.bottom * pixelsPerPoint) + 2);
    for (let row = Math.max(0, Math.floor(box.top * pixelsPerPoint) - 2); row < last; row += 1)
      covered.fill(1, row * one.width + from, row * one.width + Math.max(from, to));
  }
  let count = 0;
  for (let pixel = 0; pixel < covered.length; pixel += 1) {
    if (covered[pixel] === 1) continue;
    const at = pixel * 4;
    const differs = [0, 1, 2].some(channel => Math.abs(one.rgba[at + channel]! - other.rgba[at + channel]!) > 96);
    if (differs) count += 1;
  }
  return count;
}
