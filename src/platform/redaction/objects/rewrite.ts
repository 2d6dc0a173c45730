import { deflateSync } from 'node:zlib';
import { forgetGlyphs } from '../fonts/forget-glyphs.ts';
import { cleanContent } from './clean-content.ts';
import { UnexpectedPdf } from './lexer.ts';
import { openStream } from './open-stream.ts';
import type { PicturePage } from '../picture-page.ts';
import { array, dictionary, itemsIn, name, nameIn, reference, resolve } from './pdf-object.ts';
import { pagesOf } from './pages-of.ts';
import type { PdfEntries, PdfObject, PdfObjects, PdfStream } from './pdf-object.ts';
import { readObjects } from './read-objects.ts';
import { NAME_TABLES, RENDERING_KEYS } from './rendering-keys.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { writeNumbers, writeObjects } from './write-objects.ts';

/** A rectangle in the user space of its page: y counts upwards. */
export type PaintedBox = {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
};

type Copying = {
  readonly file: PdfObjects;
  readonly objects: PdfObject[];
  /** Numbers in the old file → numbers in the new one. */
  readonly known: Map<number, number>;
  readonly waiting: { readonly old: number; readonly place: number; readonly key: string }[];
};

const CONTENT_KEYS = new Set(['CharProcs']);

const packed = (bytes: Uint8Array): PdfStream => ({
  kind: 'stream',
  entries: new Map([['Filter', name('FlateDecode')]]),
  bytes: new Uint8Array(deflateSync(bytes)),
});

function opened(file: PdfObjects, stream: PdfStream): Uint8Array {
  const bytes = openStream(file, stream);
  if (bytes === null) throw new UnexpectedPdf('content under a filter of pictures');
  return bytes;
}

const isContent = (stream: PdfStream, key: string): boolean =>
  CONTENT_KEYS.has(key) ||
  nameIn(stream.entries.get('Subtype') ?? null) === 'Form' ||
  stream.entries.get('PatternType') === 1;

function copyEntries(copying: Copying, entries: PdfEntries, key: string): Map<string, PdfObject> {
  const table = NAME_TABLES.has(key) && !entries.has('ShadingType') && !entries.has('PatternType');
  return new Map(
    [...entries]
      .filter(([own]) => table || RENDERING_KEYS.has(own))
      // What a name table holds is of the kind that the table names.
      .map(([own, value]) => [own, copyValue(copying, value, table ? `${key}/` : own)]),
  );
}

function copyValue(copying: Copying, value: PdfObject, key: string): PdfObject {
  if (value === null || typeof value !== 'object') return value;
  switch (value.kind) {
    case 'name':
    case 'string':
      return value;
    case 'array':
      // What stands in a list is no name table, whatever the list is called.
      return { kind: 'array', items: value.items.map(item => copyValue(copying, item, `${key}/`)) };
    case 'dictionary':
      return { kind: 'dictionary', entries: copyEntries(copying, value.entries, key) };
    case 'reference':
      return copyReference(copying, value.number, key);
    case 'stream':
      throw new UnexpectedPdf('a stream inside an object');
  }
}

function copyReference(copying: Copying, old: number, key: string): PdfObject {
  const known = copying.known.get(old);
  if (known !== undefined) return reference(known);
  const place = copying.objects.push(null);
  copying.known.set(old, place);
  copying.waiting.push({ old, place, key });
  return reference(place);
}

function copyStream(copying: Copying, stream: PdfStream, key: string): PdfStream {
  const entries = copyEntries(copying, stream.entries, key);
  if (isContent(stream, key.replaceAll('/', ''))) {
    for (const filtered of ['Filter', 'DecodeParms']) entries.delete(filtered);
    const { bytes, entries: own } = packed(cleanContent(opened(copying.file, stream)));
    return { kind: 'stream', entries: new Map([...entries, ...own]), bytes };
  }
  const filter = resolve(copying.file, stream.entries.get('Filter'));
  const jpeg = (nameIn(filter) ?? nameIn(itemsIn(filter)[0] ?? null)) === 'DCTDecode' && itemsIn(filter).length < 2;
  return { kind: 'stream', entries, bytes: jpeg ? stripJpeg(stream.bytes) : stream.bytes };
}

/** Copies what waits: breadth first, so that no depth of a hostile file is a depth of ours. */
function copyWaiting(copying: Copying) {
  for (let next = copying.waiting.pop(); next !== undefined; next = copying.waiting.pop()) {
    const { old, place, key } = next;
    const value = copying.file.objects.get(old) ?? null;
    copying.objects[place - 1] =
      value !== null && typeof value === 'object' && value.kind === 'stream'
        ? copyStream(copying, value, key)
        : copyValue(copying, value, key);
  }
}

function contentOf(file: PdfObjects, page: PdfEntries): Uint8Array {
  const contents = resolve(file, page.get('Contents'));
  const parts = itemsIn(contents).length > 0 ? itemsIn(contents).map(part => resolve(file, part)) : [contents];
  const streams = parts.filter(part => part !== null && typeof part === 'object' && part.kind === 'stream');
  return new Uint8Array(Buffer.concat(streams.flatMap(stream => [opened(file, stream), Uint8Array.of(10)])));
}

const paintedContent = (boxes: readonly PaintedBox[]): string =>
  `q 0 g\n${boxes
    .map(({ left, bottom, right, top }) => `${writeNumbers(left, bottom, right - left, top - bottom)} re f\n`)
    .join('')}Q\n`;

function copyPage(
  copying: Copying,
  page: PdfEntries,
  parent: number,
  boxes: readonly PaintedBox[],
): Map<string, PdfObject> {
  const { file } = copying;
  const content = cleanContent(contentOf(file, page));
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  // The page's own content cannot move the black boxes: its state ends before they are painted.
  const whole =
    boxes.length === 0
      ? content
      : Buffer.concat([latin1('q\n'), content, latin1('\nQ\n'), latin1(paintedContent(boxes))]);
  const contents = copying.objects.push(packed(new Uint8Array(whole)));
  const resources = resolve(file, page.get('Resources'));
  const copied = new Map<string, PdfObject>([
    ['Type', name('Page')],
    ['Parent', reference(parent)],
    ['Contents', reference(contents)],
    ['Resources', copyValue(copying, resources ?? dictionary({}), 'Resources')],
  ]);
  for (const key of ['MediaBox', 'CropBox', 'Rotate', 'Group'] as const) {
    const value = resolve(file, page.get(key));
    if (value !== null) copied.set(key, copyValue(copying, value, key));
  }
  return copied;
}

/** The places of the catalogue and of the page tree among the objects of a new file. */
const [CATALOGUE, TREE] = [1, 2];

function finish(objects: PdfObject[], pages: readonly number[]): Uint8Array {
  objects[CATALOGUE - 1] = dictionary({ Type: name('Catalog'), Pages: reference(TREE) });
  objects[TREE - 1] = dictionary({ Type: name('Pages'), Count: pages.length, Kids: array(...pages.map(reference)) });
  const numbered = new Map(objects.map((object, at) => [at + 1, object]));
  const forgotten = forgetGlyphs({ objects: numbered, trailer: new Map([['Root', reference(CATALOGUE)]]) });
  return writeObjects(
    objects.map((object, at) => (forgotten.has(at + 1) ? forgotten.get(at + 1)! : object)),
    CATALOGUE,
  );
}

/** The page that shows a picture and holds nothing else. */
function placePicture(objects: PdfObject[], picture: PicturePage, parent: number): Map<string, PdfObject> {
  const image = objects.push(picture.image);
  const drawing = `${writeNumbers(picture.width, 0, 0, picture.height, 0, 0)} cm /P Do\n`;
  const contents = objects.push(packed(new Uint8Array(Buffer.from(drawing, 'latin1'))));
  return new Map<string, PdfObject>([
    ['Type', name('Page')],
    ['Parent', reference(parent)],
    ['MediaBox', array(0, 0, picture.width, picture.height)],
    ['Rotate', 90 * (picture.turns ?? 0)],
    ['Contents', reference(contents)],
    ['Resources', dictionary({ XObject: dictionary({ P: reference(image) }) })],
  ]);
}

/**
 * A file written anew from one that PDFium saved: of its pages only what draws, of the document nothing else. No metadata,
 * outline, annotation, form, attachment, script, layer, structure or earlier revision can be in it, because none is copied.
 * `boxes` are painted black over the page of the same place; `pictures` (pages counted from 1) take the place of theirs.
 * Throws UnexpectedPdf where the file cannot be read as saved.
 */
export function rewritePdf(
  saved: Uint8Array,
  boxes: readonly (readonly PaintedBox[])[],
  pictures: ReadonlyMap<number, PicturePage> = new Map(),
): Uint8Array {
  const file = readObjects(saved);
  const copying: Copying = { file, objects: [null, null], known: new Map(), waiting: [] };
  const pages = pagesOf(file).map((page, at) => {
    const place = copying.objects.push(null);
    const picture = pictures.get(at + 1);
    const entries =
      picture === undefined
        ? copyPage(copying, page, TREE, boxes[at] ?? [])
        : placePicture(copying.objects, picture, TREE);
    copying.objects[place - 1] = { kind: 'dictionary', entries };
    return place;
  });
  if (pages.length === 0) throw new UnexpectedPdf('no page');
  copyWaiting(copying);
  return finish(copying.objects, pages);
}

/** A file of nothing but pictures of pages. */
export function writePictures(pictures: readonly PicturePage[]): Uint8Array {
  const objects: PdfObject[] = [null, null];
  const pages = pictures.map(picture => {
    const entries = placePicture(objects, picture, TREE);
    return objects.push({ kind: 'dictionary', entries });
  });
  return finish(objects, pages);
}
