import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sql } from 'kysely';
import { findInstallationFact } from '../database/installation-facts.ts';
import type { Queries } from '../database/pool.ts';
import { codeOf } from '../database/refusal.ts';
import { isNoRoom, syncFolder } from '../durable/durable-files.ts';
import type { SealedFiles } from '../files/file-store.ts';
import { KEYS_FACT } from '../sealing/known-keys.ts';
import {
  CHECKSUMS_NAME,
  checksumLine,
  fileName,
  FORMAT,
  MANIFEST_NAME,
  pieceName,
  SUMMARY_NAME,
  VERSION,
} from './archive.ts';
import type { Manifest, Summary } from './archive.ts';
import { BackupRefusal } from './refusal.ts';
import { dumpRows, listTables } from './tables.ts';
import { createTarWriter } from './tar.ts';
import type { Member } from './tar.ts';

const zip = promisify(gzip);
/** Characters of a piece before it is packed. */
const PIECE_LENGTH = 4 * 1024 * 1024;

export type BackupSource = {
  readonly queries: Queries;
  readonly files: Pick<SealedFiles, 'list' | 'readSealed'>;
  readonly now: Temporal.Instant;
};

type Add = (member: Member) => Promise<void>;

const json = (name: string, value: Manifest | Summary): Member => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});

async function manifestOf(transaction: Queries, now: Temporal.Instant): Promise<Manifest> {
  const migrations = await transaction
    .selectFrom('schema_migrations')
    .select(['number', 'name', 'checksum'])
    .orderBy('number')
    .execute();
  const keys = await findInstallationFact(transaction, KEYS_FACT);
  return {
    format: FORMAT,
    version: VERSION,
    createdAt: now.toString(),
    migrations,
    sealingKeys: keys?.split(' ') ?? [],
  };
}

/** Writes a table in pieces; gives the number of its rows. */
async function addTable(transaction: Queries, table: string, add: Add): Promise<number> {
  let [rows, piece, text] = [0, 0, ''];
  const flush = async () => {
    if (text === '') return;
    piece += 1;
    await add({ name: pieceName(table, piece), bytes: await zip(text, { level: 4 }) });
    text = '';
  };
  for await (const lines of dumpRows(transaction, table)) {
    rows += lines.length;
    text += `${lines.join('\n')}\n`;
    if (text.length >= PIECE_LENGTH) await flush();
  }
  await flush();
  return rows;
}

async function addFiles(files: BackupSource['files'], add: Add): Promise<number> {
  let count = 0;
  for await (const { id } of files.list()) {
    try {
      await add({ name: fileName(id), bytes: await files.readSealed(id) });
      count += 1;
    } catch (error) {
      // Removed since the folder was listed: nothing refers to it any more.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
  return count;
}

/** Files are kept before a row refers to them, so those listed after the snapshot include all that it refers to. */
async function addEverything({ queries, files, now }: BackupSource, add: Add): Promise<Summary> {
  const tables: Record<string, number> = {};
  await queries
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async transaction => {
      await sql`set local timezone to 'UTC'`.execute(transaction);
      await add(json(MANIFEST_NAME, await manifestOf(transaction, now)));
      for (const { name } of await listTables(transaction)) tables[name] = await addTable(transaction, name, add);
    });
  return { tables, files: await addFiles(files, add) };
}

async function writeArchive(file: FileHandle, source: BackupSource): Promise<Summary> {
  const tar = createTarWriter(file, source.now);
  let checksums = '';
  const add: Add = async member => {
    checksums += checksumLine(member);
    await tar.add(member);
  };
  const summary = await addEverything(source, add);
  await add(json(SUMMARY_NAME, summary));
  await tar.add({ name: CHECKSUMS_NAME, bytes: Buffer.from(checksums) });
  await tar.end();
  await file.sync();
  return summary;
}

function refusalOf(error: unknown, path: string): unknown {
  if (isNoRoom(error)) return new BackupRefusal('磁盘空间不足，备份没有写成；请换一个空间足够的位置', { cause: error });
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new BackupRefusal(`目录 ${dirname(path)} 不存在；请先建立，或者换一个位置`, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new BackupRefusal(`没有在 ${dirname(path)} 写文件的权限；请换一个位置`, { cause: error });
    case undefined:
    default:
      return error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  try {
    await (await open(path, 'r')).close();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  throw new BackupRefusal(`${path} 已经存在；请换一个文件名，或者先把它移走`);
}

/**
 * Writes everything that the installation knows into one file, as it was at one moment, while others go on working. The keys are
 * left out. The file has its name only once it is whole and on the disk; one that exists is refused with a `BackupRefusal`.
 */
export async function writeBackup(out: string, source: BackupSource): Promise<Summary> {
  const path = resolve(out);
  await refuseExisting(path);
  const draft = resolve(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      const summary = await writeArchive(file, source);
      await rename(draft, path);
      await syncFolder(dirname(path));
      return summary;
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw refusalOf(error, path);
  }
}
