import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OfficialDocument } from '../../views/official-document/official-document.ts';

const font = (path: string) => fileURLToPath(new URL(import.meta.resolve(`@expo-google-fonts/${path}`)));

/** Open fonts that come with the packages: enough for a document on a machine without any font. */
const OPEN_FONTS = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
] as const;

const TEMPLATE = readFileSync(new URL('./official-document.typ', import.meta.url), 'utf8');
/** Compilations after which what the compiler remembers of earlier documents is dropped. */
const MEMORY = 10;

export type Typesetter = (document: OfficialDocument) => Uint8Array;

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
  return document => {
    const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { document: JSON.stringify(document) } });
    const { result } = compiled;
    if (result === null) {
      const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      throw new Error(`the document does not typeset: ${JSON.stringify(problems)}`);
    }
    const bytes = compiler.pdf(result, { pdfTags: true });
    compiler.evictCache(MEMORY);
    return new Uint8Array(bytes);
  };
}
