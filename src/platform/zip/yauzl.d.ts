// The part of yauzl's documented interface that is used here; the package brings no types.
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = {
    readonly fileName: string;
    /** The name as it stands in the archive. */
    readonly fileNameRaw: Uint8Array;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    readonly isEncrypted: () => boolean;
    readonly fileNameRaw: Uint8Array;
    readonly generalPurposeBitFlag: number;
    readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
  };
  export type ZipFile = {
    readonly entryCount: number;
    readonly eachEntry: () => AsyncIterable<Entry>;
    readonly openReadStreamPromise: (entry: Entry) => Promise<Readable>;
    readonly close: () => void;
  };
  type Options = { readonly decodeStrings?: boolean; readonly autoClose?: boolean };
  export function fromBufferPromise(buffer: Buffer, options?: Options): Promise<ZipFile>;
  export function openPromise(path: string, options?: Options): Promise<ZipFile>;
  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileName: Uint8Array,
    extraFields: Entry['extraFields'],
    strictFileNames: boolean,
  ): string;
}
