import type { Entry } from 'yauzl';
import { LIMITS } from '../document/limits.ts';
import { fail, failFrom } from '../document/trouble.ts';

/** A zip container held in memory. Every part read counts against one budget, whatever the directory claims. */
export type ZipContainer = {
  readonly has: (name: string) => boolean;
  /** Every name in lower case without a leading slash. */
  readonly names: () => readonly string[];
  /** Every name as it is written. */
  readonly writtenNames: () => readonly string[];
  /** The unfolded bytes of a part, piece by piece; ends with a trouble as soon as a limit is passed. */
  readonly chunks: (name: string) => AsyncGenerator<Uint8Array>;
};

const isBomb = (unfolded: number, packed: number) =>
  unfolded > LIMITS.zipRatioFromBytes && unfolded > packed * LIMITS.zipRatio;

const keyOf = (name: string) => name.replace(/^\//, '').toLowerCase();

/** Opens a container; names are compared without regard to case and a leading slash, as office programs do. */
export async function openZip(bytes: Uint8Array): Promise<ZipContainer> {
  const { fromBufferPromise } = await import('yauzl');
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(failFrom);
  if (file.entryCount > LIMITS.zipEntries) fail('too-many-parts');
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of file.eachEntry()) {
      if (entries.size >= LIMITS.zipEntries) fail('too-many-parts');
      entries.set(keyOf(entry.fileName), entry);
    }
  } catch (error) {
    failFrom(error);
  }
  let total = 0;

  async function* chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(keyOf(name));
    if (entry === undefined) fail('no-content');
    if (entry.isEncrypted()) fail('encrypted');
    if (isBomb(entry.uncompressedSize, entry.compressedSize)) fail('bomb');
    if (entry.uncompressedSize > LIMITS.zipEntryBytes) fail('too-large');
    let unfolded = 0;
    try {
      for await (const chunk of await file.openReadStreamPromise(entry)) {
        const piece = chunk as Uint8Array;
        unfolded += piece.byteLength;
        total += piece.byteLength;
        if (isBomb(unfolded, entry.compressedSize)) fail('bomb');
        if (unfolded > LIMITS.zipEntryBytes || total > LIMITS.zipTotalBytes) fail('too-large');
        yield piece;
      }
    } catch (error) {
      failFrom(error);
    }
  }
  return {
    has: name => entries.has(keyOf(name)),
    names: () => [...entries.keys()],
    writtenNames: () => [...entries.values()].map(({ fileName }) => fileName.replace(/^\//, '')),
    chunks,
  };
}
