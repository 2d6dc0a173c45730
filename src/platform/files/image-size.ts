/** Width and height in pixels as the picture's own header says. */
export type ImageSize = { readonly width: number; readonly height: number };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export const isPng = (bytes: Uint8Array) => PNG.every((byte, index) => bytes[index] === byte);
export const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

const uint16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number) => uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);

function pngSize(bytes: Uint8Array): ImageSize | undefined {
  const isHeader = String.fromCharCode(...bytes.subarray(12, 16)) === 'IHDR';
  return isHeader && bytes.length >= 24 ? { width: uint32(bytes, 16), height: uint32(bytes, 20) } : undefined;
}

/** Frame headers are C0–CF without the tables C4, C8 and CC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) };
    at += 2 + Math.max(uint16(bytes, at + 2), 2);
  }
  return undefined;
}

/** The size of a PNG or JPEG; undefined where the header has none. */
export function findImageSize(bytes: Uint8Array): ImageSize | undefined {
  const size = isPng(bytes) ? pngSize(bytes) : jpegSize(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}
