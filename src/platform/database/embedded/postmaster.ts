import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../refusal.ts';
import { clusterOf, ENVIRONMENT } from './cluster.ts';
import type { Engine } from './engine.ts';
import type { Home } from './home.ts';
import { PORT } from './socket.ts';

const run = promisify(execFile);

/** What a server writes about itself into its cluster while it runs. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string | undefined };

const pidFileOf = (home: Home): string => join(clusterOf(home), 'postmaster.pid');

/** The server that runs on the home, or ran there when it was killed. */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(pidFileOf(home), 'utf8')).split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    const socketFolder = lines[4]?.trim();
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, socketFolder: socketFolder === '' ? undefined : socketFolder };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Linux tells it without another program; `Z` is a process that has ended but that nobody has taken note of. */
async function describeProcess(pid: number): Promise<{ readonly command: string; readonly state: string }> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
    return { command: field('Name'), state: field('State') };
  }
  const { stdout } = await run('ps', ['-o', 'state=,comm=', '-p', String(pid)]);
  const [state = '', ...command] = stdout.trim().split(/\s+/);
  return { command: command.join(' '), state };
}

/**
 * What the process that the home names is now: a server that runs, starts or is about to be gone; nothing; or somebody
 * else's process that got the number since (after a restart of the machine), or a dead one that nobody has taken note of.
 */
export async function stateOf({ pid }: Postmaster): Promise<'server' | 'gone' | 'stranger'> {
  try {
    const { command, state } = await describeProcess(pid);
    return command.endsWith('postgres') && !state.startsWith('Z') ? 'server' : 'stranger';
  } catch {
    return 'gone';
  }
}

/**
 * Takes away the lock files of a server that is gone but whose process number a stranger has: PostgreSQL would take that
 * one for a running server for ever. (That no process of the old server is left it knows from the shared memory.)
 */
export async function removeStaleLocks(home: Home, postmaster: Postmaster): Promise<void> {
  const files = [pidFileOf(home)];
  if (postmaster.socketFolder !== undefined) files.push(join(postmaster.socketFolder, `.s.PGSQL.${PORT}.lock`));
  for (const file of files) await removeIfStillOf(postmaster.pid, file);
}

/** Another program may have started a server since we looked: its file is put back. */
async function removeIfStillOf(pid: number, file: string): Promise<void> {
  const aside = `${file}.stale-${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
    if (Number.parseInt(await readFile(aside, 'utf8'), 10) !== pid) await link(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const LONGEST_LOG = 5 * 1024 * 1024;

async function openLog(home: Home): Promise<FileHandle> {
  const path = join(home.folder, 'postgresql.log');
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const log = await open(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  if ((await log.stat()).size <= LONGEST_LOG) return log;
  await log.close();
  await rename(path, `${path}.1`);
  return openLog(home);
}

async function printedSince(home: Home, offset: number): Promise<string> {
  const text = await readFile(join(home.folder, 'postgresql.log'));
  return text.subarray(Math.min(offset, text.length)).toString('utf8');
}

/** Statements and values stay out of the server's log: they hold personal data. What fails is told to the program that asked. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  max_connections: '100',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** A server we have started: `ended` gives what it printed, once it is no longer there. */
export type Started = { readonly ended: Promise<string> };

/**
 * Starts a server on the home. It outlives us (a Ctrl-C in our terminal is not for it), for others may come to use it.
 * Where another server is there already, it ends at once.
 */
export async function startPostmaster(engine: Engine, home: Home, socketFolder: string): Promise<Started> {
  const log = await openLog(home);
  const { size } = await log.stat();
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder };
  const child = spawn(
    engine.postgres,
    ['-D', clusterOf(home), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...home.account, cwd: '/', env: ENVIRONMENT, detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  child.unref();
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  child.once('exit', () => void printedSince(home, size).then(resolve, error => resolve(String(error))));
  child.once('error', error => resolve(error.message));
  await log.close();
  return { ended };
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export function stopPostmaster(postmaster: Postmaster): void {
  process.kill(postmaster.pid, 'SIGINT');
}
