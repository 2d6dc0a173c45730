import { open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { codeOf } from '../database/refusal.ts';

/** Makes the names in a folder survive a power failure. Some file systems have no such call for folders; they need none. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}

/** Writes a new file whole and down to the disk; its name is durable only after `syncFolder`. Refuses one that exists. */
export async function writeSynced(path: string, bytes: Uint8Array | string, mode = 0o600): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a written file its name, durably; replaces what had the name. */
export async function renameSynced(from: string, to: string, folder: string): Promise<void> {
  await rename(from, to);
  await syncFolder(folder);
}

/** No room, a quota, or a limit on the size of files: for the one who writes it is all the same. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export const isNoRoom = (error: unknown): boolean => NO_ROOM.has(codeOf(error) ?? '');
