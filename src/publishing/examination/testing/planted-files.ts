import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { hexText, ladenPdf, SONG } from '../../../../test/pdf/laden-pdf.ts';

/** An invented number with the right check digit: nobody was born in a region that does not exist. */
export const PLANTED_ID = '11010519491231002X';

export const pack = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook with one sheet of these cells, and further parts. */
export function workbook(
  cells: readonly (readonly string[])[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
) {
  const rows = cells.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((text, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
  );
  return pack({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${R}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ...more,
  });
}

/** A Word document of these paragraphs (markup of runs), and further parts. */
export function wordFile(paragraphs: readonly string[], more: Readonly<Record<string, string | Uint8Array>> = {}) {
  return pack({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs.map(runs => `<w:p>${runs}</w:p>`).join('')}</w:body></w:document>`,
    ...more,
  });
}

export const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const unicode = (words: string): string => `<${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`;

/** A PDF that shows a line, with a note, an embedded file and what programs wrote into it. */
export function pdfFile({
  line,
  note,
  embedded,
  info = '',
}: {
  readonly line: string;
  readonly note?: { readonly author: string; readonly text: string };
  readonly embedded?: { readonly name: string; readonly bytes: Uint8Array };
  readonly info?: string;
}): Uint8Array {
  const annots = note === undefined ? '' : '/Annots [7 0 R]';
  const names =
    embedded === undefined ? '' : `/Names << /EmbeddedFiles << /Names [${hexText(embedded.name)} 8 0 R] >> >>`;
  return ladenPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${names} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R ${annots} >>`,
      4: { entries: '', stream: `BT /F 16 Tf 60 700 Td ${unicode(line)} Tj ET` },
      5: SONG,
      6: `<< ${info} >>`,
      ...(note === undefined
        ? {}
        : {
            7: `<< /Type /Annot /Subtype /Text /Rect [20 20 40 40] /T ${hexText(note.author)} /Contents ${hexText(note.text)} >>`,
          }),
      ...(embedded === undefined
        ? {}
        : {
            8: `<< /Type /Filespec /F ${hexText(embedded.name)} /UF ${hexText(embedded.name)} /EF << /F 9 0 R >> >>`,
            9: { entries: '/Type /EmbeddedFile', stream: embedded.bytes },
          }),
    },
    { info: 6 },
  );
}

const u16 = (value: number) => [value & 0xff, value >> 8];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** An entry of a directory of Exif: its value, or where it stands. */
const entry = (tag: number, type: number, count: number, value: number) => [
  ...u16(tag),
  ...u16(type),
  ...u32(count),
  ...u32(value),
];

/** The TIFF structure of Exif: a maker, a place, and a second directory with a preview. */
function exif(): Uint8Array {
  const maker = Buffer.from('Invented Camera\0', 'latin1');
  const [first, gps, second, text] = [8, 60, 100, 200];
  const bytes = new Uint8Array(text + maker.length);
  bytes.set([0x49, 0x49, ...u16(42), ...u32(first)]);
  bytes.set([...u16(2), ...entry(0x0110, 2, maker.length, text), ...entry(0x8825, 4, 1, gps), ...u32(second)], first);
  bytes.set([...u16(2), ...entry(1, 2, 2, 0x4e), ...entry(3, 2, 2, 0x45), ...u32(0)], gps);
  bytes.set([...u16(1), ...entry(0x0201, 4, 1, 180), ...u32(0)], second);
  bytes.set(maker, text);
  return bytes;
}

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

/** The smallest JPEG that says what it is: one grey pixel. */
const ONE_PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

/** A JPEG with Exif, an XMP packet and a comment. */
export function jpegWithMetadata(comment = '内部留存'): Uint8Array {
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>某摄影员</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>`;
  return new Uint8Array(
    Buffer.concat([
      ONE_PIXEL.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])),
      segment(0xe1, Buffer.from(xmp)),
      segment(0xfe, Buffer.from(comment)),
      ONE_PIXEL.subarray(2),
    ]),
  );
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  // Readers of text pass over a check sum; this one is none.
  return Buffer.concat([head, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)]);
}

/** A PNG with text, packed and not, and Exif. */
export function pngWithMetadata(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('tEXt', Buffer.from('Author\0Zhang', 'latin1')),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.from('packed words'))])),
      chunk('iTXt', Buffer.concat([Buffer.from('Title\0\0\0\0\0', 'latin1'), Buffer.from('底稿')])),
      chunk('eXIf', exif()),
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}
