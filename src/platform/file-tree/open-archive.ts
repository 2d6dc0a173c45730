import { setImmediate } from 'node:timers/promises';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Entry, ZipFile } from 'yauzl';
import { LIMITS } from '../document/limits.ts';
import { findTreePath, isLitter, MOST_FILE_BYTES, MOST_FILES } from './file-tree.ts';
import type { FileTree } from './file-tree.ts';

/** Bit 11 of an entry: its name is UTF-8. */
const UTF8_NAME = 0x8_00;
/** Info-ZIP's extra field with the name in UTF-8. */
const UNICODE_PATH = 0x70_75;

/** A folder above, a drive of Windows, a character that ends names. */
const LEADS_OUT = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[a-z]:|\p{Cc}/iu;

const gb18030 = new TextDecoder('gb18030');

/** Letters of two bytes in UTF-8, which no Chinese name has but two bytes of GBK look like; signs as · and × aside. */
const TWO_BYTE_LETTERS = /[\u0100-\u07FF]/u;

function unmarkedName(raw: Uint8Array): string {
  try {
    const name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return TWO_BYTE_LETTERS.test(name) ? gb18030.decode(raw) : name;
  } catch {
    return gb18030.decode(raw);
  }
}

/** The name of an entry: as it is marked, else UTF-8 where it is, else in the encoding of Chinese Windows, which marks nothing. */
async function nameOf(entry: Entry): Promise<string> {
  const { getFileNameLowLevel } = await import('yauzl');
  const raw = entry.fileNameRaw;
  const isMarked =
    (entry.generalPurposeBitFlag & UTF8_NAME) !== 0 || entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  if (isMarked) return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  return unmarkedName(raw);
}

const STRETCH = 500;

type Listed = { readonly files: ReadonlyMap<string, Entry>; readonly twice: ReadonlySet<string> };

/** The files of an archive by their paths; a path that leads out of it refuses the whole. */
async function listEntries(zip: ZipFile): Promise<Result<Listed, string>> {
  const files = new Map<string, Entry>();
  const twice = new Set<string>();
  if (zip.entryCount > MOST_FILES) return refuse(`压缩包里超过 ${MOST_FILES} 个文件，请分成几个压缩包`);
  for await (const entry of zip.eachEntry()) {
    const name = await nameOf(entry);
    if (LEADS_OUT.test(name)) return refuse('压缩包里有指向外部的路径，可能是恶意文件，没有导入；请重新打包');
    const path = findTreePath(name);
    if (path === undefined || /[\\/]$/u.test(name) || isLitter(path)) continue;
    if (files.has(path)) twice.add(path);
    files.set(path, entry);
    // Entries of an archive in memory come without a pause: others are answered meanwhile.
    if (files.size % STRETCH === 0) await setImmediate();
    if (files.size > MOST_FILES) return refuse(`压缩包里超过 ${MOST_FILES} 个文件，请分成几个压缩包`);
  }
  return ok({ files, twice });
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Result<Uint8Array, string>> {
  const tooLarge = refuse(`文件超过 ${MOST_FILE_BYTES / 1024 / 1024} MB，请压缩或者分成几个`);
  const isBomb = (unfolded: number) =>
    unfolded > LIMITS.zipRatioFromBytes && unfolded > entry.compressedSize * LIMITS.zipRatio;
  const bomb = refuse('文件展开后的体积异常，可能是恶意文件，没有读取');
  if (entry.isEncrypted()) return refuse('压缩包设有密码，请取消密码后重新打包');
  if (isBomb(entry.uncompressedSize)) return bomb;
  if (entry.uncompressedSize > MOST_FILE_BYTES) return tooLarge;
  const chunks: Uint8Array[] = [];
  let unfolded = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = chunk as Uint8Array;
    unfolded += piece.byteLength;
    if (isBomb(unfolded)) return bomb;
    if (unfolded > MOST_FILE_BYTES) return tooLarge;
    chunks.push(piece);
  }
  return ok(Buffer.concat(chunks));
}

/**
 * Opens a ZIP, at a path of the server or as bytes, as a tree. Refuses with a sentence what is no ZIP and what is crafted to lead out
 * of it; a file that is encrypted, packed beyond measure, damaged or there twice is refused when it is read.
 */
export async function openArchive(source: string | Uint8Array): Promise<Result<FileTree, string>> {
  const { fromBufferPromise, openPromise } = await import('yauzl');
  const options = { decodeStrings: false, autoClose: false };
  try {
    const zip =
      typeof source === 'string'
        ? await openPromise(source, options)
        : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
    const listed = await listEntries(zip);
    if (!listed.ok) {
      zip.close();
      return listed;
    }
    const { files, twice } = listed.value;
    return ok({
      paths: [...files.keys()].sort(),
      read: async path => {
        const entry = files.get(path);
        if (entry === undefined) return refuse('没有这个文件');
        if (twice.has(path)) return refuse('压缩包里有两个同名的文件，请改名后重新打包');
        try {
          return await unpack(zip, entry);
        } catch {
          return refuse('这个文件在压缩包里已经损坏');
        }
      },
      close: async () => zip.close(),
    });
  } catch {
    return refuse('压缩包打不开：不是 ZIP 文件、没有传完，或者已经损坏；请重新打包');
  }
}
