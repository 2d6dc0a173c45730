import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Brand } from '../../kernel/brand.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { codeOf } from '../database/refusal.ts';
import { isNoRoom, renameSynced, syncFolder, writeSynced } from '../durable/durable-files.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** The name of a kept file: a random UUID, from which nothing can be guessed. */
export type FileId = Brand<string, 'FileId'>;

/** The files as they lie on the disk, for whoever needs no key: a back-up. */
export type SealedFiles = {
  /** Every file, with the bytes it takes on the disk and the moment it was kept. */
  readonly list: () => AsyncGenerator<StoredFile>;
  readonly readSealed: (id: FileId) => Promise<Uint8Array>;
  /** Puts sealed bytes under their id: when it is done, the file is whole on the disk. Throws for a full disk. */
  readonly putSealed: (id: FileId, sealed: Uint8Array) => Promise<void>;
  /** Removes a file; one that is not there is no fault. Remove the row that refers to it first. */
  readonly remove: (id: FileId) => Promise<void>;
};

/**
 * Files that were entrusted to us, sealed, each under its id. What a file is called and what it is belongs to the row that
 * refers to it. Several programs and several machines may share one folder.
 */
export type FileStore = {
  /**
   * Keeps a file: when the id is given, the file is whole on the disk under its name. Refer to it only then. Refuses a full
   * disk with a sentence, and leaves nothing behind.
   */
  readonly keep: (bytes: Uint8Array) => Promise<Result<FileId, string>>;
  /** The bytes as they were kept. Throws for an id without file, and for a file that was changed since. */
  readonly read: (id: FileId) => Promise<Uint8Array>;
  readonly remove: (id: FileId) => Promise<void>;
};

export type StoredFile = { readonly id: FileId; readonly bytes: number; readonly keptAt: Temporal.Instant };

export type FileStorePlace = { readonly folder: string; readonly sealing: Sealing };

const INCOMING = 'incoming';
const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHELF = /^[0-9a-f]{2}$/;
/** A write takes seconds; what has lain unfinished for this long was left by a program that was ended. */
const ABANDONED_AFTER = Temporal.Duration.from({ hours: 1 });

/** The id in a text, undefined where it is none. */
export function findFileId(text: string): FileId | undefined {
  return FILE_ID.test(text) ? (text as FileId) : undefined;
}

const contextOf = (id: FileId) => `file:${id}`;

async function removeAbandoned(incoming: string, now: Temporal.Instant): Promise<void> {
  const limit = now.subtract(ABANDONED_AFTER).epochMilliseconds;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    try {
      if ((await stat(path)).mtimeMs < limit) await rm(path, { force: true });
    } catch (error) {
      // Another program has finished with it meanwhile.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

async function* listShelf(folder: string, shelf: string): AsyncGenerator<StoredFile> {
  for (const name of (await readdir(join(folder, shelf))).sort()) {
    const id = findFileId(name);
    if (id === undefined) continue;
    const { size, mtimeMs } = await stat(join(folder, shelf, name));
    yield { id, bytes: size, keptAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs)) };
  }
}

/**
 * Opens the folder, making it at the first start and clearing away what a program that was killed has left unfinished. Throws
 * what the file system says where the folder cannot be used.
 */
export async function openSealedFiles(folder: string): Promise<SealedFiles> {
  const incoming = join(folder, INCOMING);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  await removeAbandoned(incoming, Temporal.Now.instant());
  const shelfOf = (id: FileId) => join(folder, id.slice(0, 2));
  const pathOf = (id: FileId) => join(shelfOf(id), id);

  async function makeShelf(shelf: string): Promise<void> {
    const made = await mkdir(shelf, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(folder);
  }

  return {
    list: async function* list() {
      for (const shelf of (await readdir(folder)).filter(name => SHELF.test(name)).sort())
        yield* listShelf(folder, shelf);
    },
    readSealed: id => readFile(pathOf(id)),
    putSealed: async (id, sealed) => {
      const draft = join(incoming, `${id}.${randomUUID().slice(0, 8)}`);
      try {
        await writeSynced(draft, sealed);
        await makeShelf(shelfOf(id));
        await renameSynced(draft, pathOf(id), shelfOf(id));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    remove: async id => {
      await rm(pathOf(id), { force: true });
      await syncFolder(shelfOf(id)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
    },
  };
}

/** Opens the store in a folder with the installation's sealing; see `openSealedFiles`. */
export async function openFileStore({ folder, sealing }: FileStorePlace): Promise<FileStore> {
  const files = await openSealedFiles(folder);
  return {
    keep: async bytes => {
      const id = randomUUID() as string as FileId;
      try {
        await files.putSealed(id, sealing.sealBytes(bytes, contextOf(id)));
        return ok(id);
      } catch (error) {
        if (!isNoRoom(error)) throw error;
        await files.remove(id);
        return refuse('服务器的存储空间不足，文件没有保存；请稍后再试，或者与工作人员联系');
      }
    },
    read: async id => sealing.openBytes(await files.readSealed(id), contextOf(id)),
    remove: files.remove,
  };
}
