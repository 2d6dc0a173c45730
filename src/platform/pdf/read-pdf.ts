import type * as Pdfjs from 'pdfjs-dist';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { contentOf } from './content.ts';
import type { Block } from './content.ts';
import { findGarbling } from './garbled-text.ts';
import type { Matrix } from './matrix.ts';
import { layOutPage } from './page-layout.ts';
import { fontOn, loadPdfjs, startReading } from './pdfjs.ts';
import type { PageMarks } from './page-marks.ts';
import { traceOperators } from './trace-operators.ts';

/** A document as read: its content in reading order, and the title its author gave the file. */
export type PdfContent = { readonly title: string | null; readonly pages: number; readonly blocks: readonly Block[] };

/**
 * Why a PDF is not read: `not-pdf` has no PDF in it, `damaged` cannot be put together, `password` needs one to open,
 * `too-many-pages` and `too-complex` exceed a limit, `no-text` consists of pictures, `garbled` has text whose fonts do not
 * say which characters they draw.
 */
export type PdfProblem =
  | { readonly kind: 'not-pdf' | 'damaged' | 'password' | 'no-text' | 'garbled' }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly limit: number }
  | { readonly kind: 'too-complex'; readonly page: number };

/** `milliseconds` are those for the whole document, looked at between pages. */
export type PdfLimits = {
  readonly pages: number;
  readonly operatorsPerPage: number;
  readonly glyphs: number;
  readonly milliseconds: number;
};

const LIMITS: PdfLimits = { pages: 200, operatorsPerPage: 1_000_000, glyphs: 300_000, milliseconds: 8000 };
/** Fewer characters than this on all pages together are a stamp or page numbers, not a text. */
const MIN_GLYPHS = 20;

/** The limits that one page, or the pages so far, exceed. */
class TooComplex extends Error {
  readonly page: number;
  constructor(page: number) {
    super(`page ${page} is too complex`);
    this.page = page;
  }
}

async function readPage(
  pdfjs: typeof Pdfjs,
  document: Pdfjs.PDFDocumentProxy,
  number: number,
  limits: PdfLimits,
): Promise<PageMarks> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  if (operators.fnArray.length > limits.operatorsPerPage) throw new TooComplex(number);
  const marks = traceOperators(
    operators,
    pdfjs.OPS,
    { page: number, width: view.width, height: view.height, matrix: view.transform as unknown as Matrix },
    name => fontOn(page, name),
  );
  page.cleanup();
  return marks;
}

async function readPages(
  pdfjs: typeof Pdfjs,
  document: Pdfjs.PDFDocumentProxy,
  limits: PdfLimits,
): Promise<PageMarks[]> {
  const end = performance.now() + limits.milliseconds;
  const pages: PageMarks[] = [];
  let glyphs = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const marks = await readPage(pdfjs, document, number, limits);
    glyphs += marks.glyphs.length;
    if (performance.now() > end || glyphs > limits.glyphs) throw new TooComplex(number);
    pages.push(marks);
  }
  return pages;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');
const HEADER = /%PDF-\d/;

function problemOf(error: unknown, bytes: Uint8Array): PdfProblem {
  if (error instanceof TooComplex) return { kind: 'too-complex', page: error.page };
  if (nameOf(error) === 'PasswordException') return { kind: 'password' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return { kind: HEADER.test(head) ? 'damaged' : 'not-pdf' };
}

async function titleOf(document: Pdfjs.PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata();
  const title = (info as { readonly Title?: unknown }).Title;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

type Drawn = { readonly title: string | null; readonly pages: readonly PageMarks[] };

async function readMarks(bytes: Uint8Array, limits: PdfLimits): Promise<Result<Drawn, PdfProblem>> {
  const pdfjs = await loadPdfjs();
  const task = startReading(pdfjs, bytes);
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages)
      return refuse({ kind: 'too-many-pages', pages: document.numPages, limit: limits.pages });
    const pages = await readPages(pdfjs, document, limits);
    return ok({ title: await titleOf(document), pages });
  } catch (error) {
    return refuse(problemOf(error, bytes));
  } finally {
    await task.destroy();
  }
}

/**
 * Reads a PDF with a text layer: paragraphs, tables drawn with rules as grids, tables without rules as aligned lines.
 * Pictures, annotations, scripts and forms are left out; nothing is fetched. `bytes` is copied.
 * One page cannot be interrupted from inside: foreign files are read in a sandbox, which ends what takes too long.
 */
export async function readPdfContent(
  bytes: Uint8Array,
  limits: PdfLimits = LIMITS,
): Promise<Result<PdfContent, PdfProblem>> {
  const drawn = await readMarks(bytes, limits);
  if (!drawn.ok) return drawn;
  const { title, pages } = drawn.value;
  const glyphs = pages.flatMap(page => page.glyphs);
  if (glyphs.length < MIN_GLYPHS) return refuse({ kind: 'no-text' });
  if (findGarbling(glyphs.map(({ text }) => text).join(''))) return refuse({ kind: 'garbled' });
  return ok({ title, pages: pages.length, blocks: contentOf(pages.map(layOutPage)) });
}
