import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { readMigrations } from '../database/migration-files.ts';
import type { Migration } from '../database/migration-files.ts';
import type { Queries } from '../database/pool.ts';
import { codeOf } from '../database/refusal.ts';
import { isNoRoom } from '../durable/durable-files.ts';
import type { FileId, SealedFiles } from '../files/file-store.ts';
import { findFile, findTable, verifyArchive, VERSION } from './archive.ts';
import type { Manifest, VerifiedArchive } from './archive.ts';
import { BackupRefusal, DAMAGED } from './refusal.ts';
import { emptyTable, findUsedTable, listTables, loadRows, withoutReferences } from './tables.ts';
import { readTar } from './tar.ts';
import type { Member } from './tar.ts';

const unzip = promisify(gunzip);
const MAX_PIECE_BYTES = 512 * 1024 * 1024;
const ROWS_AT_ONCE = 1000;

export type RestoreTarget = {
  readonly database: Pick<Database, 'queries'>;
  readonly files: Pick<SealedFiles, 'list' | 'remove' | 'putSealed'>;
};

/** The migrations that the back-up's database had taken; refuses those of a newer version, and others than ours. */
function stepsOf({ version, migrations }: Manifest, known: readonly Migration[]): readonly Migration[] {
  if (version > VERSION || migrations.length > known.length)
    throw new BackupRefusal('备份来自更新的版本，本程序不认识；请先更新程序再恢复');
  const isOurs = migrations.every(({ number, checksum }, index) => {
    const step = known[index]!;
    return step.number === number && step.checksum === checksum;
  });
  if (!isOurs) throw new BackupRefusal('备份的数据库结构与本程序的升级脚本不同；请用做备份时的程序版本恢复，再升级');
  return known.slice(0, migrations.length);
}

const NOT_EMPTY = '这里已经有数据，没有恢复任何内容；请用 --data 换一个空的数据目录，或者换一个空的数据库';

async function prepareDatabase(database: RestoreTarget['database'], steps: readonly Migration[]): Promise<void> {
  try {
    await migrate(database, steps);
  } catch (error) {
    // The database has taken more steps than the back-up: it is none that was made for it.
    if (error instanceof Error && error.name === 'DatabaseRefusal')
      throw new BackupRefusal(NOT_EMPTY, { cause: error });
    throw error;
  }
  if ((await findUsedTable(database.queries)) !== undefined) throw new BackupRefusal(NOT_EMPTY);
}

/** A restore that was killed may have left files of the same back-up; others are somebody's. */
async function refuseForeignFiles(files: RestoreTarget['files'], file: FileHandle): Promise<void> {
  const present = new Set<FileId>();
  for await (const { id } of files.list()) present.add(id);
  if (present.size === 0) return;
  for await (const { name } of readTar(file)) {
    const id = findFile(name);
    if (id !== undefined) present.delete(id);
  }
  if (present.size > 0) throw new BackupRefusal(NOT_EMPTY);
}

async function readLines({ bytes }: Member): Promise<readonly string[]> {
  const text = (await unzip(bytes, { maxOutputLength: MAX_PIECE_BYTES })).toString('utf8');
  return text.split('\n').slice(0, -1);
}

async function loadTables(transaction: Queries, file: FileHandle, { summary }: VerifiedArchive): Promise<void> {
  const tables = new Map((await listTables(transaction)).map(table => [table.name, table]));
  const counts = new Map<string, number>();
  await withoutReferences(transaction, [...tables.values()], async () => {
    for (const name of tables.keys()) await emptyTable(transaction, name);
    for await (const member of readTar(file)) {
      const name = findTable(member.name);
      if (name === undefined) continue;
      const table = tables.get(name);
      if (table === undefined) throw new BackupRefusal(DAMAGED);
      const lines = await readLines(member);
      for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
        const loaded = await loadRows(transaction, table, lines.slice(at, at + ROWS_AT_ONCE));
        counts.set(name, (counts.get(name) ?? 0) + loaded);
      }
    }
  });
  for (const [name, rows] of Object.entries(summary.tables))
    if ((counts.get(name) ?? 0) !== rows) throw new BackupRefusal(DAMAGED);
}

async function loadFiles(files: RestoreTarget['files'], file: FileHandle): Promise<readonly FileId[]> {
  const restored: FileId[] = [];
  try {
    for await (const { name, bytes } of readTar(file)) {
      const id = findFile(name);
      if (id === undefined) continue;
      restored.push(id);
      await files.putSealed(id, bytes);
    }
    return restored;
  } catch (error) {
    await removeFiles(files, restored);
    throw isNoRoom(error)
      ? new BackupRefusal('磁盘空间不足，没有恢复任何内容；请换一个空间足够的位置', { cause: error })
      : error;
  }
}

async function removeFiles(files: RestoreTarget['files'], ids: readonly FileId[]): Promise<void> {
  for (const id of ids) await files.remove(id);
}

async function openArchive(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new BackupRefusal(`打不开备份文件 ${path}；请核对路径和权限`, { cause: error });
  }
}

/** Values that are none of their column (class 22), and rows that break a rule of their table (class 23). */
const isRowRefused = (error: unknown) => /^2[23]...$/.test(codeOf(error) ?? '');

async function restoreFrom(
  file: FileHandle,
  { database, files }: RestoreTarget,
  known: readonly Migration[],
): Promise<VerifiedArchive> {
  const archive = await verifyArchive(file);
  await prepareDatabase(database, stepsOf(archive.manifest, known));
  await refuseForeignFiles(files, file);
  const restored = await loadFiles(files, file);
  try {
    if (restored.length !== archive.summary.files) throw new BackupRefusal(DAMAGED);
    await database.queries.transaction().execute(transaction => loadTables(transaction, file, archive));
  } catch (error) {
    await removeFiles(files, restored);
    throw isRowRefused(error) ? new BackupRefusal(DAMAGED, { cause: error }) : error;
  }
  await migrate(database, known);
  return archive;
}

/**
 * Restores a back-up into an installation that nobody has used yet, all of it or nothing: the file is checked to its last byte
 * before anything is written, the rows come in one transaction, and files whose rows did not come are removed. Then the
 * database is brought up to this version. Throws a `BackupRefusal` otherwise.
 */
export async function restoreBackup(
  path: string,
  target: RestoreTarget,
  migrations?: readonly Migration[],
): Promise<VerifiedArchive> {
  const file = await openArchive(path);
  try {
    return await restoreFrom(file, target, migrations ?? (await readMigrations()));
  } finally {
    await file.close();
  }
}
