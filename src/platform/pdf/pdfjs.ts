import { fileURLToPath } from 'node:url';
import type * as Pdfjs from 'pdfjs-dist';
import type { Font } from './trace-operators.ts';

const packageFolder = new URL('.', import.meta.resolve('pdfjs-dist/package.json'));
const packagePath = (path: string) => fileURLToPath(new URL(path, packageFolder));

/** The engine, with its reading part in the same thread. */
export async function loadPdfjs(): Promise<typeof Pdfjs> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('build/pdf.worker.min.mjs', packageFolder).href;
  return pdfjs;
}

/** Begins to read a file: nothing is fetched, no script is run, pictures are not unpacked. `bytes` is copied. */
export function startReading(pdfjs: typeof Pdfjs, bytes: Uint8Array): Pdfjs.PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: packagePath('cmaps/'),
    standardFontDataUrl: packagePath('standard_fonts/'),
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1,
  });
}

/** What the placing of characters needs of a font that the page's operators have loaded. */
export function fontOn(page: Pdfjs.PDFPageProxy, name: string): Font | undefined {
  const fonts = page.commonObjs as { has: (name: string) => boolean; get: (name: string) => unknown };
  const font = fonts.has(name) ? (fonts.get(name) as Partial<Font> | null) : null;
  return font === null || typeof font !== 'object'
    ? undefined
    : { fontMatrix: font.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0], vertical: font.vertical === true };
}
