import { isJpeg, isPng } from '../../../platform/files/image-size.ts';
import { stripJpeg } from '../../../platform/redaction/objects/strip-jpeg.ts';

/** What draws the picture, and how its colours look; everything else that a PNG holds describes it. */
const DRAWING_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
]);

function stripPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (DRAWING_CHUNKS.has(type)) kept.push(bytes.subarray(at, at + 12 + view.getUint32(at)));
    if (type === 'IEND') break;
  }
  return new Uint8Array(Buffer.concat(kept));
}

const ORIENTATION = 0x0112;

/** How the camera was held, 1 to 8; 1 where nothing says otherwise. */
function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const end = at + 2 + Math.max(view.getUint16(at + 2), 2);
    const tiff = at + 10;
    if (bytes[at + 1] === 0xe1 && end <= bytes.length && tiff + 8 < end) {
      const little = bytes[tiff] === 0x49;
      const directory = tiff + view.getUint32(tiff + 4, little);
      const count = directory + 2 <= end ? view.getUint16(directory, little) : 0;
      for (let entry = directory + 2; entry < directory + 2 + count * 12 && entry + 12 <= end; entry += 12)
        if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
    }
    at = end;
  }
  return 1;
}

/** A segment that says how the picture is to be turned, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const directory = [0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Buffer.from(head.concat(directory));
}

/** A JPEG or PNG with every pixel as it was and nothing of what cameras and programs wrote beside it. Other files as they are. */
export function withoutPictureMetadata(bytes: Uint8Array): Uint8Array {
  if (isPng(bytes)) return stripPng(bytes);
  if (!isJpeg(bytes)) return bytes;
  const orientation = orientationOf(bytes);
  const bare = stripJpeg(bytes);
  if (orientation < 2 || orientation > 8) return bare;
  return new Uint8Array(Buffer.concat([bare.subarray(0, 2), orientationSegment(orientation), bare.subarray(2)]));
}
