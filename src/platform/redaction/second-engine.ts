import type * as Pdfjs from 'pdfjs-dist';
import { fontOn, loadPdfjs, startReading } from '../pdf/pdfjs.ts';
import type { Matrix } from '../pdf/matrix.ts';
import { traceOperators } from '../pdf/trace-operators.ts';
import type { PageCharacter, PageText } from './page-text.ts';

/** What a PDF holds beside what its pages show, counted by an engine that has no part in the removing. */
export type BesideThePages = {
  readonly properties: number;
  readonly bookmarks: number;
  readonly annotations: number;
  readonly attachments: number;
  readonly fields: number;
  readonly scripts: number;
  readonly structure: number;
};

export type SecondReading = {
  readonly pages: readonly PageText[];
  readonly beside: BesideThePages;
  /** Layers that are switched off: what they hold is in the file and is not seen. */
  readonly hiddenLayers: number;
};

const MAX_OPERATORS = 2_000_000;

async function readPage(
  pdfjs: typeof Pdfjs,
  document: Pdfjs.PDFDocumentProxy,
  number: number,
): Promise<PageText & { readonly annotations: number }> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  if (operators.fnArray.length > MAX_OPERATORS) throw new RangeError(`page ${number} is too complex`);
  const { glyphs } = traceOperators(
    operators,
    pdfjs.OPS,
    { page: number, width: view.width, height: view.height, matrix: view.transform as unknown as Matrix },
    name => fontOn(page, name),
    { everything: true },
  );
  const annotations = (await page.getAnnotations({ intent: 'any' })).length;
  page.cleanup();
  const characters = glyphs.map(({ text, left, top, right, bottom }): PageCharacter => {
    const box = { left, top, right, bottom };
    return { text, ink: box, box };
  });
  return { page: number, width: view.width, height: view.height, characters, annotations };
}

/** Entries that pdf.js gives of every file, whatever its information says. */
const ALWAYS_THERE = new Set([
  'PDFFormatVersion',
  'IsLinearized',
  'IsAcroFormPresent',
  'IsXFAPresent',
  'IsCollectionPresent',
  'IsSignaturesPresent',
  'EncryptFilterName',
  'Language',
]);

async function countBeside(document: Pdfjs.PDFDocumentProxy, annotations: number): Promise<BesideThePages> {
  const { info, metadata } = await document.getMetadata();
  const size = (value: unknown) => (value instanceof Map ? value.size : Object.keys(value ?? {}).length);
  const named = Object.entries(info).filter(([key, value]) => !ALWAYS_THERE.has(key) && value !== null && value !== '');
  return {
    properties: named.length + (metadata === null || metadata === undefined ? 0 : 1),
    bookmarks: (await document.getOutline())?.length ?? 0,
    annotations,
    attachments: size(await document.getAttachments()),
    fields: size(await document.getFieldObjects()),
    scripts: size(await document.getJSActions()) + size(await document.getOpenAction()),
    structure: size(await document.getMarkInfo()),
  };
}

async function countHiddenLayers(document: Pdfjs.PDFDocumentProxy): Promise<number> {
  const layers = await document.getOptionalContentConfig({ intent: 'display' });
  const groups = [...layers] as (readonly [string, { readonly visible: boolean }])[];
  return groups.filter(([, { visible }]) => !visible).length;
}

/** Reads a PDF with pdf.js: every character with its place, seen or not, and what lies beside the pages. Throws what pdf.js throws. */
export async function readWithSecondEngine(bytes: Uint8Array): Promise<SecondReading> {
  const pdfjs = await loadPdfjs();
  const task = startReading(pdfjs, bytes);
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    let annotations = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const { annotations: here, ...page } = await readPage(pdfjs, document, number);
      pages.push(page);
      annotations += here;
    }
    return {
      pages,
      beside: await countBeside(document, annotations),
      hiddenLayers: await countHiddenLayers(document),
    };
  } finally {
    await task.destroy();
  }
}
