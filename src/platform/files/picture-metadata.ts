import { inflateSync } from 'node:zlib';
import { isJpeg, isPng } from './image-size.ts';

/** Something that a camera or a program wrote beside a picture: what it is called in Chinese, and what it says. */
export type PictureProperty = { readonly name: string; readonly value: string };

/** What shows where a picture was taken. */
export const PLACE_TAKEN = '拍摄位置（GPS）';
const LONGEST = 500;
const MAX_ENTRIES = 500;
const MAX_TEXT_BYTES = 100_000;

/** Tags of Exif (CIPA DC-008) and of Windows that tell of a person, a device or a time. */
const TAG_NAME: Readonly<Record<number, string>> = {
  0x010e: '图片说明',
  0x010f: '设备厂商',
  0x0110: '设备型号',
  0x013b: '作者',
  0x8298: '版权所有者',
  0x9003: '拍摄时间',
  0x9286: '备注',
  0x9c9b: '标题',
  0x9c9c: '备注',
  0x9c9d: '作者',
  0x9c9e: '标记',
  0x9c9f: '主题',
  0xa430: '设备所有者',
  0xa431: '设备序列号',
  0xa435: '镜头序列号',
};
const [EXIF_IFD, GPS_IFD, THUMBNAIL_OFFSET] = [0x8769, 0x8825, 0x0201];
const WINDOWS_TAGS = { first: 0x9c9b, last: 0x9c9f };
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

const cleaned = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\uFFFD]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);

function textOf(bytes: Uint8Array, tag: number): string {
  if (tag >= WINDOWS_TAGS.first && tag <= WINDOWS_TAGS.last) return cleaned(new TextDecoder('utf-16le').decode(bytes));
  const code = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (tag === 0x9286) {
    if (code.startsWith('UNICODE')) return cleaned(new TextDecoder('utf-16le').decode(bytes.subarray(8)));
    return cleaned(new TextDecoder().decode(bytes.subarray(8)));
  }
  return cleaned(new TextDecoder().decode(bytes));
}

type Directory = { readonly found: readonly PictureProperty[]; readonly next: number };

/** One directory of a TIFF structure with those below it. Anything that points outside is passed over. */
function readDirectory(tiff: Uint8Array, at: number, little: boolean, depth = 0): Directory {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const found: PictureProperty[] = [];
  if (depth > 3 || at < 8 || at + 2 > tiff.length) return { found, next: 0 };
  const count = Math.min(view.getUint16(at, little), MAX_ENTRIES);
  for (let entry = at + 2; entry < at + 2 + count * 12 && entry + 12 <= tiff.length; entry += 12) {
    const tag = view.getUint16(entry, little);
    const bytes = (TYPE_BYTES[view.getUint16(entry + 2, little)] ?? 0) * view.getUint32(entry + 4, little);
    const target = view.getUint32(entry + 8, little);
    if (tag === EXIF_IFD) found.push(...readDirectory(tiff, target, little, depth + 1).found);
    if (tag === GPS_IFD && target + 2 <= tiff.length && view.getUint16(target, little) > 1)
      found.push({ name: PLACE_TAKEN, value: '经纬度' });
    const name = TAG_NAME[tag];
    if (name === undefined || bytes === 0) continue;
    const from = bytes <= 4 ? entry + 8 : target;
    const value = textOf(tiff.subarray(from, Math.min(from + bytes, from + MAX_TEXT_BYTES)), tag);
    if (value !== '') found.push({ name, value });
  }
  const end = at + 2 + count * 12;
  return { found, next: end + 4 <= tiff.length ? view.getUint32(end, little) : 0 };
}

function hasThumbnail(tiff: Uint8Array, at: number, little: boolean): boolean {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (at < 8 || at + 2 > tiff.length) return false;
  const count = Math.min(view.getUint16(at, little), MAX_ENTRIES);
  for (let entry = at + 2; entry < at + 2 + count * 12 && entry + 12 <= tiff.length; entry += 12)
    if (view.getUint16(entry, little) === THUMBNAIL_OFFSET) return true;
  return false;
}

function readExif(tiff: Uint8Array): readonly PictureProperty[] {
  if (tiff.length < 16) return [];
  const little = tiff[0] === 0x49;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const { found, next } = readDirectory(tiff, view.getUint32(4, little), little);
  return hasThumbnail(tiff, next, little)
    ? [...found, { name: '内嵌的缩略图', value: '可能是裁剪、涂改以前的画面' }]
    : found;
}

const XMP_FIELD =
  /<(?:dc:creator|dc:description|dc:title|photoshop:AuthorsPosition|photoshop:City|photoshop:Headline|xmpMM:History)\b[^>]*>(?<inner>[\s\S]{0,2000}?)<\//gu;

/** The words of the fields of an XMP packet that tell of a person or a place. */
function readXmp(text: string): readonly PictureProperty[] {
  const found: PictureProperty[] = [];
  for (const { groups } of text.slice(0, MAX_TEXT_BYTES).matchAll(XMP_FIELD)) {
    const value = cleaned(groups!['inner']!.replaceAll(/<[^>]*>/gu, ' '));
    if (value !== '') found.push({ name: 'XMP 信息', value });
  }
  if (/exif:GPS(?:Latitude|Longitude)/u.test(text)) found.push({ name: PLACE_TAKEN, value: '经纬度' });
  return found;
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;
const XMP_HEAD = 'http://ns.adobe.com/xap/1.0/\0';

function segmentProperties(marker: number, body: Uint8Array): readonly PictureProperty[] {
  if (marker === 0xe1 && startsWith(body, 'Exif\0\0')) return readExif(body.subarray(6));
  if (marker === 0xe1 && startsWith(body, XMP_HEAD)) return readXmp(new TextDecoder().decode(body.subarray(29)));
  if (marker === 0xed && startsWith(body, 'Photoshop')) return [{ name: 'IPTC 信息', value: '编辑软件写入的说明' }];
  if (marker === 0xfe) {
    const value = cleaned(new TextDecoder().decode(body));
    return value === '' ? [] : [{ name: '备注', value }];
  }
  return [];
}

function readJpeg(bytes: Uint8Array): readonly PictureProperty[] {
  const found: PictureProperty[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + Math.max((bytes[at + 2]! << 8) | bytes[at + 3]!, 2);
    found.push(...segmentProperties(marker, bytes.subarray(at + 4, end)));
    at = end;
  }
  return found;
}

/** The text of a text chunk of a PNG: keyword, and words that may be packed. */
function textChunk(type: string, body: Uint8Array): readonly PictureProperty[] {
  const end = body.indexOf(0);
  if (end < 1) return [];
  const keyword = Buffer.from(body.subarray(0, end)).toString('latin1');
  let text = body.subarray(end + 1);
  try {
    if (type === 'zTXt') text = inflateSync(text.subarray(1), { maxOutputLength: MAX_TEXT_BYTES });
    if (type === 'iTXt') {
      const packed = text[0] === 1;
      const words = text.subarray(2);
      const from = words.indexOf(0, words.indexOf(0) + 1) + 1;
      text = packed ? inflateSync(words.subarray(from), { maxOutputLength: MAX_TEXT_BYTES }) : words.subarray(from);
    }
  } catch {
    return [{ name: `${cleaned(keyword)}（PNG 文字）`, value: '读不出来' }];
  }
  const decoded = new TextDecoder().decode(text.subarray(0, MAX_TEXT_BYTES));
  if (keyword === 'XML:com.adobe.xmp') return readXmp(decoded);
  const value = cleaned(decoded);
  return value === '' ? [] : [{ name: `${cleaned(keyword)}（PNG 文字）`, value }];
}

function readPng(bytes: Uint8Array): readonly PictureProperty[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: PictureProperty[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const body = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (type === 'eXIf') found.push(...readExif(body));
    if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') found.push(...textChunk(type, body));
    if (type === 'IEND' || found.length > MAX_ENTRIES) break;
  }
  return found;
}

/** What cameras and programs wrote into a JPEG or PNG beside the picture: place, person, device, time, preview. Empty for other files. */
export function readPictureMetadata(bytes: Uint8Array): readonly PictureProperty[] {
  const found = isJpeg(bytes) ? readJpeg(bytes) : isPng(bytes) ? readPng(bytes) : [];
  return [...new Map(found.map(one => [`${one.name}\n${one.value}`, one])).values()];
}
