import { deflateSync } from 'node:zlib';

/** An object of a PDF as source text, and the bytes of its stream where it has one. */
export type LadenObject =
  | string
  | { readonly entries: string; readonly stream: string | Uint8Array; readonly plain?: boolean };

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A text as PDF writes it outside of pages: UTF-16 in hex. */
export const hexText = (words: string): string => `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`;

function bodyOf(object: LadenObject): Buffer {
  if (typeof object === 'string') return latin1(object);
  const bytes = typeof object.stream === 'string' ? latin1(object.stream) : Buffer.from(object.stream);
  const packed = object.plain === true ? bytes : deflateSync(bytes);
  const filter = object.plain === true ? '' : '/Filter /FlateDecode';
  return Buffer.concat([
    latin1(`<< ${object.entries} ${filter} /Length ${packed.length} >>\nstream\n`),
    packed,
    latin1('\nendstream'),
  ]);
}

function section(
  objects: Readonly<Record<number, LadenObject>>,
  start: number,
  trailer: string,
  first = false,
): Buffer {
  const parts: Buffer[] = [];
  const offsets = new Map<number, number>();
  let length = start;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), length);
    push(Buffer.concat([latin1(`${number} 0 obj\n`), bodyOf(object), latin1('\nendobj\n')]));
  }
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const free = first ? '0 1\n0000000000 65535 f \n' : '';
  push(latin1(`xref\n${free}${rows.join('')}trailer\n<< ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/**
 * A PDF of these objects by number (1 is the catalogue, `info` an object of its own), and after it as many further revisions
 * as are given, each with the objects that it changes.
 */
export function ladenPdf(
  objects: Readonly<Record<number, LadenObject>>,
  {
    info,
    revisions = [],
  }: { readonly info?: number; readonly revisions?: readonly Readonly<Record<number, LadenObject>>[] } = {},
): Uint8Array {
  const size = Math.max(...[objects, ...revisions].flatMap(part => Object.keys(part).map(Number))) + 1;
  const common = `/Size ${size} /Root 1 0 R ${info === undefined ? '' : `/Info ${info} 0 R`}`;
  const head = latin1('%PDF-1.7\n');
  let bytes = Buffer.concat([head, section(objects, head.length, common, true)]);
  for (const revision of revisions) {
    const previous = bytes.lastIndexOf('xref', bytes.lastIndexOf('startxref') - 1);
    bytes = Buffer.concat([bytes, section(revision, bytes.length, `${common} /Prev ${previous}`)]);
  }
  return new Uint8Array(bytes);
}

/** Chinese without a font file, in the codes of Unicode: `F` in a page's resources. */
export const SONG =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font' +
  ' /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >>' +
  ' /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4' +
  ' /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>] >>';
