import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';
import type { OfficialLetter } from '../../views/official-letter/official-letter.ts';

const font = (path: string) => fileURLToPath(new URL(import.meta.resolve(`@expo-google-fonts/${path}`)));

/** Open fonts that come with the packages: enough for a document on a machine without any font. */
const OPEN_FONTS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
] as const;

const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const TYPE_AREA = source('./type-area.typ');
const DOCUMENT = TYPE_AREA + source('./official-document.typ');
const LETTER = TYPE_AREA + source('./official-letter.typ');

/** Points between lines of 16 pt: 29 pt a line, 22 lines a page. */
const BETWEEN_LINES = 13;
/**
 * Where the seal would come alone to a second page, lines may stand closer (GB/T 9704—2012, 7.3.5.4): a letter that so fits on one
 * page is set on one.
 */
const CLOSER = [11, 9.5] as const;

/** Compilations after which what the compiler remembers of earlier documents is dropped. */
const MEMORY = 10;

/** Sets official documents and letters as PDF. */
export type Typesetter = {
  readonly document: (document: OfficialDocument) => Uint8Array;
  readonly letter: (letter: OfficialLetter) => Uint8Array;
};

/**
 * Makes a typesetter, which keeps its fonts and its compiler. `fontFolder` holds an office's own licensed fonts
 * (仿宋_GB2312, 方正小标宋 …), which come first where they are there. Throws when the template does not compile: our fault.
 */
export function createTypesetter(fontFolder: string | null): Typesetter {
  const compiler = NodeCompiler.create({
    // Files in memory come first: the library cannot add them once it has searched a folder.
    fontArgs: [
      { fontBlobs: OPEN_FONTS.map(path => readFileSync(font(path))) },
      ...(fontFolder === null ? [] : [{ fontPaths: [fontFolder] }]),
    ],
  });

  function compile(template: string, data: OfficialDocument | OfficialLetter, between: number): NodeTypstDocument {
    const inputs = { document: JSON.stringify(data), between: String(between) };
    const compiled = compiler.compile({ mainFileContent: template, inputs });
    const { result } = compiled;
    if (result !== null) return result;
    const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`the document does not typeset: ${JSON.stringify(problems)}`);
  }

  function pdfOf(document: NodeTypstDocument): Uint8Array {
    const bytes = compiler.pdf(document, { pdfTags: true });
    compiler.evictCache(MEMORY);
    return new Uint8Array(bytes);
  }

  return {
    document: document => pdfOf(compile(DOCUMENT, document, BETWEEN_LINES)),
    letter: letter => {
      const usual = compile(LETTER, letter, BETWEEN_LINES);
      if (usual.numOfPages !== 2) return pdfOf(usual);
      for (const between of CLOSER) {
        const closer = compile(LETTER, letter, between);
        if (closer.numOfPages === 1) return pdfOf(closer);
      }
      return pdfOf(usual);
    },
  };
}
