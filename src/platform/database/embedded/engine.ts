import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chown, copyFile, link, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { codeOf } from '../refusal.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';

/** A PostgreSQL that can be run: the home's own copy, so that an `npm ci` does not pull the libraries from under a server. */
export type Engine = { readonly postgres: string; readonly initdb: string; readonly major: string };

type SymbolicLink = { readonly source: string; readonly target: string };

/** Only for building extensions against; a running server never opens them. */
const NOT_FOR_RUNNING = /\/(pgxs|pkgconfig|pg_ctl)$|\.a$/;

/** Across file systems; not our file (protected_hardlinks); no links here; too many of them. */
const NO_LINK: ReadonlySet<string | undefined> = new Set([
  'EXDEV',
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EMLINK',
]);

const isForRunning = (path: string): boolean => !NOT_FOR_RUNNING.test(path);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = entries
    .filter(entry => isForRunning(join(folder, entry.name)))
    .map(async entry => {
      if (entry.isDirectory()) return filesBelow(join(folder, entry.name));
      return entry.isFile() ? [join(folder, entry.name)] : [];
    });
  return (await Promise.all(below)).flat();
}

async function hasSizeOf(copy: string, original: string): Promise<boolean> {
  try {
    const [one, other] = await Promise.all([stat(copy), stat(original)]);
    return one.size === other.size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A copy cut short by a power failure has files of another size. */
async function isWholeCopy(copy: string, original: string): Promise<boolean> {
  const files = await filesBelow(original);
  const same = await Promise.all(files.map(file => hasSizeOf(join(copy, relative(original, file)), file)));
  return same.every(Boolean);
}

/** What the package's install script would have done, had npm been allowed to run it. */
async function linkLibraries(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as readonly SymbolicLink[];
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
}

/** Hard links cost nothing and outlast an `npm ci`; another file system or another owner's files take a copy. */
async function linkOrCopy(original: string, copy: string, home: Home): Promise<void> {
  const isReadable = home.account === undefined || ((await stat(original)).mode & 0o004) !== 0;
  try {
    if (isReadable) return await link(original, copy);
  } catch (error) {
    if (!NO_LINK.has(codeOf(error))) throw error;
  }
  await copyFile(original, copy, constants.COPYFILE_FICLONE);
  if (home.account !== undefined) await chown(copy, home.account.uid, home.account.gid);
}

async function copyBelow(original: string, copy: string, home: Home): Promise<void> {
  await mkdir(copy, { mode: 0o700 });
  if (home.account !== undefined) await chown(copy, home.account.uid, home.account.gid);
  const entries = (await readdir(original, { withFileTypes: true })).filter(({ name }) =>
    isForRunning(join(original, name)),
  );
  await Promise.all(
    entries.map(async entry => {
      const [from, to] = [join(original, entry.name), join(copy, entry.name)];
      if (entry.isDirectory()) await copyBelow(from, to, home);
      else if (entry.isFile()) await linkOrCopy(from, to, home);
    }),
  );
}

async function makeCopy(binaries: Binaries, home: Home, engine: string): Promise<void> {
  const copy = `${engine}.new-${randomBytes(6).toString('hex')}`;
  try {
    await copyBelow(binaries.folder, copy, home);
    await linkLibraries(copy);
    if (await moveInto(copy, engine)) return;
    // Something stands there: the copy of a program that starts at the same time, or what a power failure left.
    if (await isWholeCopy(engine, binaries.folder)) return;
    await rename(engine, `${copy}-broken`);
    await moveInto(copy, engine);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function moveInto(folder: string, place: string): Promise<boolean> {
  try {
    await rename(folder, place);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The engine in the home, copied from npm's binaries at the first start of each version. */
export async function prepareEngine(binaries: Binaries, home: Home): Promise<Engine> {
  const engine = join(home.folder, `engine-${binaries.version}`);
  if (!(await isWholeCopy(engine, binaries.folder))) await makeCopy(binaries, home, engine);
  return {
    postgres: join(engine, 'bin/postgres'),
    initdb: join(engine, 'bin/initdb'),
    major: binaries.version.split('.')[0]!,
  };
}
