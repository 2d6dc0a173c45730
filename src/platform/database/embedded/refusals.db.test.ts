import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { DatabaseRefusal } from '../refusal.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { isRoot } from './account.ts';
import { getBinaries } from './binaries.ts';
import { clusterOf } from './cluster.ts';
import { settleHome } from './home.ts';
import { findStartRefusal, startRefusal } from './start-refusal.ts';

const refusalOf = async (open: Promise<unknown>): Promise<string> => {
  const error = await open.then(
    () => new Error('It was not refused.'),
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(DatabaseRefusal);
  return (error as DatabaseRefusal).message;
};

const meaning = (printed: string) => findStartRefusal(printed)?.message;

test('a start that fails for another reason quotes what PostgreSQL said', () => {
  const printed =
    '2026-01-02 03:04:05 UTC [7] LOG:  starting\n2026-01-02 03:04:05 UTC [7] FATAL:  data directory has wrong ownership\n';
  expect(startRefusal(printed).message).toContain('（FATAL:  data directory has wrong ownership）');
  expect(startRefusal('postgres: no such\nfolder\n').message).toContain('（postgres: no such folder）');
  expect(startRefusal('').message).toContain('没有留下原因');
});

describe('what cannot work is refused with one sentence', () => {
  test('a data folder that is a file', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'data');
    await writeFile(file, '');
    expect(await refusalOf(openDatabase({ dataFolder: file }))).toMatch(/不是可用的目录.*DATABASE_URL/);
    expect(await refusalOf(openDatabase({ dataFolder: join(file, 'deeper') }))).toMatch(/不是可用的目录.*DATABASE_URL/);
  });

  test('a cluster that another major version of PostgreSQL made', async () => {
    await using folder = await temporaryFolder();
    const home = await settleHome(folder.path);
    await mkdir(clusterOf(home));
    await writeFile(join(clusterOf(home), 'PG_VERSION'), '13\n');
    expect(await refusalOf(openDatabase({ dataFolder: folder.path }))).toMatch(/PostgreSQL 13 建立/);
  });

  test('a home that is no more where the data folder says', async () => {
    await using folder = await temporaryFolder();
    await using elsewhere = await temporaryFolder();
    await symlink(join(elsewhere.path, 'gone'), join(folder.path, 'database'));
    expect(await refusalOf(openDatabase({ dataFolder: folder.path }))).toMatch(/已不存在/);
  });

  test('a platform for which npm brings no PostgreSQL', () => {
    expect(() => getBinaries('plan9-mips')).toThrow(/plan9-mips.*请设置 DATABASE_URL/);
  });

  test('what PostgreSQL says of a full disk, missing libraries and the like', () => {
    expect(meaning('FATAL:  could not write to file "x": No space left on device')).toContain('磁盘空间不足');
    expect(meaning('postgres: error while loading shared libraries: libz.so.1')).toContain('系统库');
    expect(meaning('initdb: error: could not look up effective user ID 4711: user does not exist')).toContain('账号');
    expect(meaning('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBeUndefined();
  });

  test.runIf(!isRoot())('a data folder that belongs to another account', async () => {
    expect(await refusalOf(openDatabase({ dataFolder: '/' }))).toMatch(/没有写入/);
  });
});
