import { LIMITS } from '../document/limits.ts';
import { fail, failFrom } from '../document/trouble.ts';
import { decodeText } from '../text/decode-text.ts';

export type ArchivedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What operating systems leave in archives, and what is hidden. */
const LEAVINGS = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** A path in whatever encoding it was packed: Windows in Chinese writes GBK without saying so. */
const nameOf = (raw: Uint8Array) => decodeText(raw).text.replaceAll('\\', '/');

/**
 * The files in a ZIP archive, by their names without folders, in the archive's order. Ends with a trouble for a damaged or locked
 * archive, and as soon as a limit on parts or unfolded bytes is passed, whatever the directory claims.
 */
export async function unpackArchive(bytes: Uint8Array): Promise<readonly ArchivedFile[]> {
  const { fromBufferPromise } = await import('yauzl');
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    failFrom,
  );
  if (archive.entryCount > LIMITS.zipEntries) fail('too-many-parts');
  const files: ArchivedFile[] = [];
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const path = nameOf(entry.fileNameRaw);
      if (path.endsWith('/') || LEAVINGS.test(path)) continue;
      if (entry.isEncrypted()) fail('encrypted');
      if (entry.uncompressedSize > LIMITS.zipEntryBytes) fail('too-large');
      const chunks: Uint8Array[] = [];
      let unfolded = 0;
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        const piece = chunk as Uint8Array;
        unfolded += piece.byteLength;
        total += piece.byteLength;
        if (unfolded > LIMITS.zipRatioFromBytes && unfolded > entry.compressedSize * LIMITS.zipRatio) fail('bomb');
        if (unfolded > LIMITS.zipEntryBytes || total > LIMITS.zipTotalBytes) fail('too-large');
        chunks.push(piece);
      }
      files.push({ name: path.split('/').at(-1)!, bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    failFrom(error);
  }
  return files;
}
