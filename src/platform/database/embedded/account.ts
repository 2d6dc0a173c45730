import type { Stats } from 'node:fs';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A system account that may run the server. */
export type Account = { readonly uid: number; readonly gid: number };

const NOBODY: Account = { uid: 65_534, gid: 65_534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The account `nobody` as this system numbers it. */
export function nobody(): Account {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(line => line.startsWith('nobody:'))
    ?.split(':');
  if (entry === undefined) return NOBODY;
  // macOS writes -2 for what the kernel calls 4294967294.
  return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
}

function mayPass(folder: Stats, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** Whether the account can walk from the root of the file system into `folder` (a real path). */
export async function canReach(folder: string, account: Account): Promise<boolean> {
  if (!mayPass(await stat(folder), account)) return false;
  const parent = dirname(folder);
  return parent === folder || canReach(parent, account);
}
