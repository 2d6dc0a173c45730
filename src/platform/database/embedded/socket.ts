import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, DatabaseRefusal } from '../refusal.ts';
import type { Home } from './home.ts';

/** Only a name: the server listens on no network port. */
export const PORT = 5432;

const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST_PATH;

async function prepareShortFolder(folder: string, home: Home): Promise<void> {
  const owner = home.account?.uid ?? process.getuid?.();
  try {
    await mkdir(folder, { mode: 0o700 });
    if (home.account !== undefined) await chown(folder, home.account.uid, home.account.gid);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const entry = await lstat(folder);
  // In a folder that everyone may write to, somebody else could have put it there and wait for our server.
  if (!entry.isDirectory() || entry.uid !== owner || (entry.mode & 0o077) !== 0)
    throw new DatabaseRefusal(
      `数据目录的路径过长，替代的 ${folder} 又被其他账号占用；请换用较短的数据目录，或设置 DATABASE_URL`,
    );
}

/**
 * The folder of the server's Unix socket: the home, or a private folder named after it below the system's temporary folder
 * where the home's path is longer than a socket address may be.
 */
export async function settleSocketFolder(home: Home, temporary: string = tmpdir()): Promise<string> {
  if (fits(home.folder)) return home.folder;
  const short = join(temporary, `gongkai-${createHash('sha256').update(home.folder).digest('hex').slice(0, 16)}`);
  if (!fits(short))
    throw new DatabaseRefusal('数据目录的路径过长，数据库无法建立通信端口；请换用较短的数据目录，或设置 DATABASE_URL');
  await prepareShortFolder(short, home);
  return short;
}
