import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { boxOf, intersection } from '../pdf/box.ts';
import type { Box } from '../pdf/box.ts';
import { compose, IDENTITY, mapPoint } from '../pdf/matrix.ts';
import type { Matrix, Point } from '../pdf/matrix.ts';
import type { Pdfium } from './pdfium.ts';
import type { PageCharacter, PageText } from './page-text.ts';
import { displayedBox, displayedSize, inset, userBox } from './region.ts';
import type { PageFrame } from './region.ts';

/** Why PDFium does not open a file. */
export type OpenProblem = 'password' | 'damaged' | 'too-many-pages' | 'page-too-large' | 'too-much-text';

/** A page as pixels: red, green, blue, alpha, row by row from the top. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

export type OpenDocument = {
  readonly pages: number;
  readonly frameOf: (page: number) => PageFrame;
  readonly textOf: (page: number) => PageText;
  /** How many pictures, outlines and forms the page has, and how many characters nobody sees (text drawn in no colour). */
  readonly contentsOf: (page: number) => PageContents;
  /** Makes what annotations and form fields show part of the page, and takes the rest of them away; says how many there were. */
  readonly flatten: (page: number) => number;
  /** Takes away glyphs, pixels and outlines that these boxes touch (displayed points). */
  readonly redact: (page: number, boxes: readonly Box[]) => void;
  /** Takes away text drawn in no colour. */
  readonly removeUnseenText: (page: number) => void;
  readonly draw: (page: number, pixelsPerPoint: number) => Picture;
  /**
   * The page without its text and without straight rules and areas that go beyond these boxes: what is left inside a box is a
   * picture or an outline that should not be there.
   */
  readonly drawUnder: (page: number, boxes: readonly Box[], pixelsPerPoint: number) => Picture;
  readonly save: () => Uint8Array;
  readonly close: () => void;
};

export type PageContents = { readonly pictures: number; readonly unseenText: number };

const LIMITS = { pages: 500, side: 15_000, characters: 500_000, pixels: 40_000_000 } as const;
const PASSWORD_ERROR = 4;
const REMOVE_SECURITY = 3;
const [TEXT, PATH, IMAGE, FORM] = [1, 2, 3, 5];
const UNSEEN_MODE = 3;
/** Annotations that speak about a page and are no part of it: notes, windows, attachments, sounds, links, marks for redaction. */
const BESIDE_THE_PAGE = new Set([1, 2, 16, 17, 18, 19, 21, 22, 25, 26, 28]);
const MAX_FORM_DEPTH = 20;

function frameOf(pdfium: Pdfium, page: number): PageFrame {
  const [left, top, right, bottom] = pdfium.memory.borrow(16, at => {
    pdfium.FPDF_GetPageBoundingBox(page, at);
    return pdfium.memory.readFloats(at, 4) as [number, number, number, number];
  });
  return { left, top, right, bottom, turns: (pdfium.FPDFPage_GetRotation(page) & 3) as PageFrame['turns'] };
}

/** How far characters reach above and below their line, in parts of their size: what fonts say of it may be far off. */
const [ABOVE, BELOW] = [0.88, 0.14];

/**
 * The room of a character: as wide as the engine says; upright ones as high as their size, others as high as their ink and a
 * third of the size around it.
 */
function roomOf(loose: Box, ink: Box, em: number, baseline: number | null): Box {
  const { left, right } = loose;
  if (baseline !== null)
    return {
      left,
      right,
      top: Math.min(ink.top, baseline - ABOVE * em),
      bottom: Math.max(ink.bottom, baseline + BELOW * em),
    };
  return intersection(loose, inset(ink, -em / 3));
}

function charactersOf(pdfium: Pdfium, page: number, frame: PageFrame): PageCharacter[] {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return [];
  const { borrow, readDoubles, readFloats } = pdfium.memory;
  try {
    const count = pdfium.FPDFText_CountChars(text);
    if (count > LIMITS.characters) throw new RangeError('too much text');
    return borrow(88, at => {
      const characters: PageCharacter[] = [];
      for (let index = 0; index < count; index += 1) {
        const unicode = pdfium.FPDFText_GetUnicode(text, index);
        // Spaces and line ends that PDFium adds have no place on the page.
        if (pdfium.FPDFText_IsGenerated(text, index) === 1 || unicode > 0x10ffff) continue;
        pdfium.FPDFText_GetCharBox(text, index, at, at + 8, at + 16, at + 24);
        pdfium.FPDFText_GetCharOrigin(text, index, at + 32, at + 40);
        pdfium.FPDFText_GetLooseCharBox(text, index, at + 48);
        pdfium.FPDFText_GetMatrix(text, index, at + 64);
        const [inkLeft, inkRight, inkBottom, inkTop, x, y] = readDoubles(at, 6) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const [left, top, right, bottom, a, b, c, d] = readFloats(at + 48, 8) as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const em = Math.abs(pdfium.FPDFText_GetFontSize(text, index)) * Math.sqrt(Math.abs(a * d - b * c));
        const loose = displayedBox(frame, { left, top, right, bottom });
        const empty = inkRight <= inkLeft || inkTop <= inkBottom;
        const ink = empty
          ? loose
          : displayedBox(frame, { left: inkLeft, right: inkRight, bottom: inkBottom, top: inkTop });
        const upright = frame.turns === 0 && a > 0 && d > 0 && Math.abs(b) < 0.01 * a && Math.abs(c) < 0.01 * d;
        const baseline = upright ? displayedBox(frame, { left: x, right: x, bottom: y, top: y }).top : null;
        characters.push({
          text: unicode === 0 ? '\uFFFD' : String.fromCodePoint(unicode),
          ink,
          box: em > 0 ? roomOf(loose, ink, em, baseline) : loose,
        });
      }
      return characters;
    });
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

type Visited = {
  readonly object: number;
  readonly remove: () => void;
  /** 0 on the page itself, more inside forms. */
  readonly depth: number;
  /** From the object's own space to the page's. */
  readonly matrix: Matrix;
};
type Visit = (visited: Visited) => void;

const matrixOf = (pdfium: Pdfium, object: number): Matrix =>
  pdfium.memory.borrow(24, at =>
    pdfium.FPDFPageObj_GetMatrix(object, at) ? (pdfium.memory.readFloats(at, 6) as unknown as Matrix) : IDENTITY,
  );

/** Visits what is drawn on a page, forms inside forms included, from the last to the first. */
function visitObjects(pdfium: Pdfium, page: number, visit: Visit) {
  type Holder = {
    readonly count: number;
    readonly get: (at: number) => number;
    readonly remove: (object: number) => void;
    readonly depth: number;
    readonly matrix: Matrix;
  };
  const walk = ({ count, get, remove, depth, matrix: outer }: Holder) => {
    for (let at = count - 1; at >= 0; at -= 1) {
      const object = get(at);
      if (object === 0) continue;
      const matrix = compose(outer, matrixOf(pdfium, object));
      if (pdfium.FPDFPageObj_GetType(object) === FORM && depth < MAX_FORM_DEPTH)
        walk({
          count: pdfium.FPDFFormObj_CountObjects(object),
          get: inner => pdfium.FPDFFormObj_GetObject(object, inner),
          remove: inner => void pdfium.FPDFFormObj_RemoveObject(object, inner),
          depth: depth + 1,
          matrix,
        });
      visit({ object, remove: () => remove(object), depth, matrix });
    }
  };
  walk({
    count: pdfium.FPDFPage_CountObjects(page),
    get: at => pdfium.FPDFPage_GetObject(page, at),
    remove: object => {
      pdfium.FPDFPage_RemoveObject(page, object);
      pdfium.FPDFPageObj_Destroy(object);
    },
    depth: 0,
    matrix: IDENTITY,
  });
}

/** The straight parts of a path, each as its corners on the page; null where it has a curve. */
function cornersOf(pdfium: Pdfium, path: number, matrix: Matrix): Point[][] | null {
  const [LINE, CURVE, MOVE] = [0, 1, 2];
  const parts: Point[][] = [];
  const count = pdfium.FPDFPath_CountSegments(path);
  for (let at = 0; at < count; at += 1) {
    const segment = pdfium.FPDFPath_GetPathSegment(path, at);
    const type = pdfium.FPDFPathSegment_GetType(segment);
    if (type === CURVE) return null;
    const [x, y] = pdfium.memory.borrow(8, place => {
      pdfium.FPDFPathSegment_GetPoint(segment, place, place + 4);
      return pdfium.memory.readFloats(place, 2) as [number, number];
    });
    if (type === MOVE || parts.length === 0) parts.push([]);
    if (type === MOVE || type === LINE) parts.at(-1)!.push(mapPoint(matrix, x, y));
  }
  return parts;
}

/** A path that is no thicker than this is a rule, dotted or not. */
const RULE = 3.5;

/**
 * Whether a path says nothing inside these boxes: a rule that goes beyond them, or rules and areas along the sides of the page
 * none of which lies inside.
 */
function goesBeyond(pdfium: Pdfium, visited: Visited, frame: PageFrame, boxes: readonly Box[]): boolean {
  const isInside = (box: Box) =>
    boxes.some(
      region =>
        box.left >= region.left && box.right <= region.right && box.top >= region.top && box.bottom <= region.bottom,
    );
  const displayed = (corners: readonly Point[]) => {
    const { left, top, right, bottom } = boxOf(corners);
    return displayedBox(frame, { left, right, bottom: top, top: bottom });
  };
  const parts = cornersOf(pdfium, visited.object, visited.matrix);
  if (parts === null || parts.length === 0) return false;
  const whole = displayed(parts.flat());
  const isRule = Math.min(whole.right - whole.left, whole.bottom - whole.top) <= RULE;
  if (isRule && !isInside(whole)) return true;
  return parts.every(corners => {
    const straight = corners.every(
      ([x, y], at) => at === 0 || Math.abs(x - corners[at - 1]![0]) < 0.05 || Math.abs(y - corners[at - 1]![1]) < 0.05,
    );
    return straight && !isInside(displayed(corners));
  });
}

function quadsOf(boxes: readonly { left: number; bottom: number; right: number; top: number }[]): number[] {
  return boxes.flatMap(({ left, bottom, right, top }) => [left, top, right, top, left, bottom, right, bottom]);
}

function flattenPage(pdfium: Pdfium, page: number): number {
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let at = count - 1; at >= 0; at -= 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, at);
    const beside = annotation === 0 || BESIDE_THE_PAGE.has(pdfium.FPDFAnnot_GetSubtype(annotation));
    if (annotation !== 0) pdfium.FPDFPage_CloseAnnot(annotation);
    if (beside) pdfium.FPDFPage_RemoveAnnot(page, at);
  }
  pdfium.FPDFPage_Flatten(page, 0);
  return count;
}

function drawPage(pdfium: Pdfium, page: number, frame: PageFrame, pixelsPerPoint: number): Picture {
  const size = displayedSize(frame);
  const [width, height] = [size.width, size.height].map(side => Math.max(1, Math.round(side * pixelsPerPoint))) as [
    number,
    number,
  ];
  if (width * height > LIMITS.pixels) throw new RangeError('picture too large');
  const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) throw new RangeError('out of memory');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    // Bytes in the order red, green, blue; no annotations: what they show has become part of the page.
    const REVERSE_BYTE_ORDER = 0x10;
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const rows = pdfium.memory.copyOut(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height);
    if (stride === width * 4) return { width, height, rgba: rows };
    const rgba = new Uint8Array(width * height * 4);
    for (let row = 0; row < height; row += 1)
      rgba.set(rows.subarray(row * stride, row * stride + width * 4), row * width * 4);
    return { width, height, rgba };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

function saveDocument(pdfium: Pdfium, document: number): Uint8Array {
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  try {
    if (!pdfium.FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY))
      throw new Error('PDFium does not save the document');
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    return pdfium.memory.borrow(Math.max(1, size), at => {
      pdfium.PDFiumExt_GetFileWriterData(writer, at, size);
      return pdfium.memory.copyOut(at, size);
    });
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer);
  }
}

/** Opens a PDF; whoever opens closes. Pages are counted from 1. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): Result<OpenDocument, OpenProblem> {
  const held = pdfium.memory.hold(bytes);
  const document = pdfium.FPDF_LoadMemDocument(held, bytes.length, '');
  const close = () => {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    pdfium.memory.free(held);
  };
  if (document === 0) {
    const problem = pdfium.FPDF_GetLastError() === PASSWORD_ERROR ? 'password' : 'damaged';
    close();
    return refuse(problem);
  }
  const pages = pdfium.FPDF_GetPageCount(document);
  if (pages === 0 || pages > LIMITS.pages) {
    close();
    return refuse(pages === 0 ? 'damaged' : 'too-many-pages');
  }

  function withPage<Value>(number: number, use: (page: number, frame: PageFrame) => Value): Value {
    const page = pdfium.FPDF_LoadPage(document, number - 1);
    if (page === 0) throw new RangeError(`page ${number} cannot be loaded`);
    try {
      return use(page, frameOf(pdfium, page));
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  }

  for (let number = 1; number <= pages; number += 1) {
    const problem = withPageOrDamage(() =>
      withPage(number, (_, frame) => {
        const { width, height } = displayedSize(frame);
        return width > 0 && height > 0 && width <= LIMITS.side && height <= LIMITS.side ? null : 'page-too-large';
      }),
    );
    if (problem === null) continue;
    close();
    return refuse(problem);
  }

  return ok({
    pages,
    frameOf: number => withPage(number, (_, frame) => frame),
    textOf: number =>
      withPage(number, (page, frame) => ({
        page: number,
        ...displayedSize(frame),
        characters: charactersOf(pdfium, page, frame),
      })),
    contentsOf: number =>
      withPage(number, page => {
        let [pictures, unseenText] = [0, 0];
        visitObjects(pdfium, page, ({ object }) => {
          const type = pdfium.FPDFPageObj_GetType(object);
          if (type === IMAGE) pictures += 1;
          if (type === TEXT && pdfium.FPDFTextObj_GetTextRenderMode(object) === UNSEEN_MODE) unseenText += 1;
        });
        return { pictures, unseenText };
      }),
    flatten: number => withPage(number, page => flattenPage(pdfium, page)),
    redact: (number, boxes) =>
      withPage(number, (page, frame) => {
        if (boxes.length === 0) return;
        const floats = quadsOf(boxes.map(box => userBox(frame, box)));
        pdfium.memory.borrow(floats.length * 4, at => {
          pdfium.memory.writeFloats(at, floats);
          pdfium.EPDFText_RedactInQuads(page, at, boxes.length, true, false);
        });
        if (!pdfium.FPDFPage_GenerateContent(page)) throw new Error('PDFium does not write the page');
      }),
    removeUnseenText: number =>
      withPage(number, page => {
        let removed = 0;
        visitObjects(pdfium, page, ({ object, remove, depth }) => {
          if (depth > 0 || pdfium.FPDFPageObj_GetType(object) !== TEXT) return;
          if (pdfium.FPDFTextObj_GetTextRenderMode(object) !== UNSEEN_MODE) return;
          remove();
          removed += 1;
        });
        if (removed > 0 && !pdfium.FPDFPage_GenerateContent(page)) throw new Error('PDFium does not write the page');
      }),
    draw: (number, pixelsPerPoint) => withPage(number, (page, frame) => drawPage(pdfium, page, frame, pixelsPerPoint)),
    drawUnder: (number, boxes, pixelsPerPoint) =>
      withPage(number, (page, frame) => {
        visitObjects(pdfium, page, visited => {
          const type = pdfium.FPDFPageObj_GetType(visited.object);
          if (type === TEXT || (type === PATH && goesBeyond(pdfium, visited, frame, boxes))) visited.remove();
        });
        return drawPage(pdfium, page, frame, pixelsPerPoint);
      }),
    save: () => saveDocument(pdfium, document),
    close,
  });
}

function withPageOrDamage(check: () => OpenProblem | null): OpenProblem | null {
  try {
    return check();
  } catch {
    return 'damaged';
  }
}
