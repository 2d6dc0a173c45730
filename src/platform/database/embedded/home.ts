import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, DatabaseRefusal, folderRefusal } from '../refusal.ts';
import { canReach, isRoot, nobody } from './account.ts';
import type { Account } from './account.ts';

/** The folder that belongs to the embedded server alone, and the account that runs it. */
export type Home = {
  /** Real path, mode 0700, owned by the account. */
  readonly folder: string;
  /** Undefined: the server runs as we do. */
  readonly account: Account | undefined;
  readonly notices: readonly string[];
};

/** Where the database goes when root's data folder lies where no other account may enter. */
const SHELTER = '/var/lib/gongkai';

const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

/** The data folder's entry `database` becomes a link, so that the two stay together when the data folder moves. */
async function takeShelter(link: string, account: Account, shelter: string): Promise<void> {
  const folder = join(shelter, randomBytes(6).toString('hex'));
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  await mkdir(folder, { mode: 0o700 });
  await chown(folder, account.uid, account.gid);
  try {
    await symlink(folder, link);
  } catch (error) {
    await rm(folder, { recursive: true });
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function createAsRoot(dataFolder: string, link: string, account: Account, shelter: string): Promise<void> {
  // A fresh private folder (as from mktemp -d) is simply handed over; root may enter all the same.
  if ((await readdir(dataFolder)).length === 0 && (await canReach(dirname(dataFolder), account)))
    if (!(await canReach(dataFolder, account))) await chown(dataFolder, account.uid, account.gid);
  if (!(await canReach(dataFolder, account))) return takeShelter(link, account, shelter);
  await mkdir(link, { mode: 0o700, recursive: true });
  await chown(link, account.uid, account.gid);
}

async function realDataFolder(dataFolder: string): Promise<string> {
  try {
    await mkdir(dataFolder, { recursive: true });
    return await realpath(dataFolder);
  } catch (error) {
    // That is how Node reports a read-only file system here.
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new DatabaseRefusal(`数据目录 ${dataFolder} 建立不了；请更换数据目录，或设置 DATABASE_URL`, { cause: error });
  }
}

async function realHome(link: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new DatabaseRefusal(`${link} 指向的数据库目录已不存在；请恢复该目录，或删除这个链接后重新开始`, {
      cause: error,
    });
  }
}

async function accountOf(folder: string): Promise<Account | undefined> {
  const { uid, gid } = await stat(folder);
  if (isRoot()) return { uid, gid };
  if (uid === process.getuid?.()) return undefined;
  throw new DatabaseRefusal(
    `数据库目录 ${folder} 属于另一个账号（uid ${uid}）；请用该账号运行，或另选数据目录，或设置 DATABASE_URL`,
  );
}

/**
 * The home of the embedded server for a data folder, made at the first start.
 * PostgreSQL refuses to run as root, so root hands the home to whoever owns it already, else to `nobody`; where `nobody`
 * cannot reach the data folder the home lies in the shelter and a notice says so.
 */
export async function settleHome(dataFolder: string, shelter: string = SHELTER): Promise<Home> {
  try {
    const data = await realDataFolder(dataFolder);
    const link = join(data, 'database');
    if (!(await exists(link)))
      await (isRoot() ? createAsRoot(data, link, nobody(), shelter) : mkdir(link, { mode: 0o700, recursive: true }));
    const folder = await realHome(link);
    // Another root may have made the folder a moment ago and not yet given it away.
    if (isRoot() && (await stat(folder)).uid === 0) await chown(folder, nobody().uid, nobody().gid);
    const account = await accountOf(folder);
    if (account !== undefined && !(await canReach(folder, account)))
      throw new DatabaseRefusal(
        `运行数据库的账号（uid ${account.uid}）进不了 ${folder}；请放开上级目录的进入权限，或另选数据目录，或设置 DATABASE_URL`,
      );
    const reason = folder.startsWith(`${shelter}/`) ? `数据目录 ${data} 不便由普通账号进入，` : '';
    const notices = folder === link ? [] : [`${reason}数据库存放在 ${folder}，备份时请一并包括`];
    return { folder, account, notices };
  } catch (error) {
    throw folderRefusal(error, dataFolder);
  }
}
