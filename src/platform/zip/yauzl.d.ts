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
  };
  export type ZipFile = {
    readonly entryCount: number;
    readonly eachEntry: () => AsyncIterable<Entry>;
    readonly openReadStreamPromise: (entry: Entry) => Promise<Readable>;
  };
  export function fromBufferPromise(buffer: Buffer): Promise<ZipFile>;
}
