import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, DatabaseRefusal } from '../refusal.ts';
import type { Engine } from './engine.ts';
import type { Home } from './home.ts';
import { startRefusal } from './start-refusal.ts';

const run = promisify(execFile);

/** The only role of the embedded server; the socket's folder lets no other account in. */
export const SUPERUSER = 'gongkai';

/** What the server's programs see of our environment: nothing. */
export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } as const;

export const clusterOf = (home: Home): string => join(home.folder, 'cluster');

async function findMajor(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A rename is durable once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const UNFINISHED_AFTER_MS = 10 * 60_000;

/** When a folder last changed, milliseconds; one that another program has just finished counts as changed now. */
async function findChange(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return Date.now();
    throw error;
  }
}

/** Removes what programs killed in the middle of a first start have left. */
async function sweepUnfinished(home: Home): Promise<void> {
  for (const entry of await readdir(home.folder)) {
    if (!entry.includes('.new-')) continue;
    const path = join(home.folder, entry);
    const age = Date.now() - (await findChange(path));
    if (age > UNFINISHED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function createCluster(engine: Engine, home: Home): Promise<void> {
  await sweepUnfinished(home);
  const cluster = `${clusterOf(home)}.new-${randomBytes(6).toString('hex')}`;
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=trust',
    `--username=${SUPERUSER}`,
    '--no-instructions',
    // One request for the whole file system instead of a thousand: where others write too, a third of the time.
    ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
  ];
  try {
    await run(engine.initdb, ['-D', cluster, ...options], { ...home.account, cwd: '/', env: ENVIRONMENT });
    await rename(cluster, clusterOf(home));
    await syncFolder(home.folder);
  } catch (error) {
    await rm(cluster, { recursive: true, force: true });
    // Another program that starts at the same time was first.
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return;
    throw startRefusal(error instanceof Error && 'stderr' in error ? String(error.stderr) : '', error);
  }
}

/** The cluster in the home, made at the first start. Refuses one that another major version of PostgreSQL made. */
export async function prepareCluster(engine: Engine, home: Home): Promise<void> {
  const major = await findMajor(clusterOf(home));
  if (major === undefined) return createCluster(engine, home);
  if (major === engine.major) return;
  throw new DatabaseRefusal(
    `数据目录中的数据库由 PostgreSQL ${major} 建立，本版本带的是 ${engine.major}；请先用原来的版本备份，再在新的数据目录中恢复`,
  );
}
