import { init } from '@embedpdf/pdfium';
import type { Methods } from '@embedpdf/pdfium';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** PDFium's C functions, and the memory in which their arguments lie. Addresses are numbers; 0 is none. */
export type Pdfium = Methods & { readonly memory: PdfiumMemory };

type PdfiumMemory = {
  /** Runs with so many bytes of memory, zeroed, which are given back afterwards. */
  readonly borrow: <Value>(bytes: number, use: (address: number) => Value) => Value;
  /** Copies bytes in; the caller gives them back with `free`. */
  readonly hold: (bytes: Uint8Array) => number;
  readonly free: (address: number) => void;
  readonly copyOut: (address: number, length: number) => Uint8Array;
  readonly writeFloats: (address: number, values: readonly number[]) => void;
  readonly readFloats: (address: number, count: number) => number[];
  readonly readDoubles: (address: number, count: number) => number[];
};

/** What the package's own types leave to emscripten's. */
type RawModule = Methods & {
  readonly pdfium: {
    readonly wasmExports: {
      readonly malloc: (size: number) => number;
      readonly free: (address: number) => void;
      readonly memory: { readonly buffer: ArrayBuffer };
    };
    readonly addFunction: (callee: (...numbers: number[]) => number | undefined, signature: string) => number;
  };
};

const packagePath = (path: string) => fileURLToPath(new URL(import.meta.resolve(path)));
const SUBSTITUTES = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;
/** FXFONT_FF_ROMAN: the bit of a font's family that asks for serifs. */
const ROMAN = 0x10;

const held = new Map<number, Uint8Array>();

/**
 * PDFium in WebAssembly sees no fonts of the machine. A file that does not bring its own would be drawn without its words, and
 * whoever blackens a picture of it would blacken nothing: so every font asked for is one of ours.
 */
function installFonts(raw: RawModule, memory: PdfiumMemory) {
  const { addFunction } = raw.pdfium;
  const handles: Record<keyof typeof SUBSTITUTES, number> = { serif: 1, sans: 2 };
  const bytesOf = (handle: number) => {
    let bytes = held.get(handle);
    if (bytes === undefined) {
      bytes = readFileSync(packagePath(handle === handles.sans ? SUBSTITUTES.sans : SUBSTITUTES.serif));
      held.set(handle, bytes);
    }
    return bytes;
  };
  const tableOf = (bytes: Uint8Array, tag: number): Uint8Array => {
    if (tag === 0) return bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < view.getUint16(4); at += 1) {
      const record = 12 + 16 * at;
      if (view.getUint32(record) !== tag >>> 0) continue;
      const offset = view.getUint32(record + 8);
      return bytes.subarray(offset, offset + view.getUint32(record + 12));
    }
    return new Uint8Array(0);
  };
  const heap = () => new Uint8Array(raw.pdfium.wasmExports.memory.buffer);

  const map = (_self: number, _weight: number, _italic: number, _charset: number, family: number) =>
    (family & ROMAN) !== 0 ? handles.serif : handles.sans;
  const data = (_self: number, handle: number, tag: number, target: number, room: number) => {
    const table = tableOf(bytesOf(handle), tag);
    if (target !== 0 && room >= table.length) heap().set(table, target);
    return table.length;
  };
  const name = (_self: number, handle: number, target: number, room: number) => {
    const text = new TextEncoder().encode(`${handle === handles.sans ? 'Noto Sans SC' : 'Noto Serif SC'}\0`);
    if (target !== 0 && room >= text.length) heap().set(text, target);
    return text.length;
  };
  const GB2312_CHARSET = 134;
  const functions = [
    // One closure each: emscripten takes a function it knows for the one registered before, whatever its signature.
    addFunction(() => undefined, 'vi'),
    addFunction(() => undefined, 'vii'),
    addFunction(map, 'iiiiiiii'),
    addFunction(() => 0, 'iii'),
    addFunction(data, 'iiiiii'),
    addFunction(name, 'iiiii'),
    addFunction(() => GB2312_CHARSET, 'iii'),
    addFunction(() => undefined, 'vii'),
  ];
  const table = memory.hold(new Uint8Array(new Int32Array([1, ...functions]).buffer));
  raw.FPDF_SetSystemFontInfo(table);
}

function memoryOf(raw: RawModule): PdfiumMemory {
  const { malloc, free } = raw.pdfium.wasmExports;
  const buffer = () => raw.pdfium.wasmExports.memory.buffer;
  const allocate = (bytes: number) => {
    const address = malloc(bytes);
    if (address === 0) throw new RangeError('out of memory');
    return address;
  };
  return {
    borrow: (bytes, use) => {
      const address = allocate(bytes);
      try {
        new Uint8Array(buffer(), address, bytes).fill(0);
        return use(address);
      } finally {
        free(address);
      }
    },
    hold: bytes => {
      const address = allocate(Math.max(1, bytes.length));
      new Uint8Array(buffer()).set(bytes, address);
      return address;
    },
    free,
    copyOut: (address, length) => new Uint8Array(buffer(), address, length).slice(),
    writeFloats: (address, values) => new Float32Array(buffer(), address, values.length).set(values),
    readFloats: (address, count) => [...new Float32Array(buffer(), address, count)],
    readDoubles: (address, count) => [...new Float64Array(buffer(), address, count)],
  };
}

/** A fresh engine: what a hostile file does to its memory is gone with it. Takes about 50 ms. */
export async function openPdfium(): Promise<Pdfium> {
  const wasmBinary = readFileSync(packagePath('@embedpdf/pdfium/pdfium.wasm'));
  const raw = (await init({ wasmBinary })) as unknown as RawModule;
  const memory = memoryOf(raw);
  raw.PDFiumExt_Init();
  installFonts(raw, memory);
  return Object.assign(raw, { memory }) as Pdfium;
}
