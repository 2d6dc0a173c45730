import { chmod, lstat, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { startProgram } from '../testing/start-program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { settleHome } from './home.ts';
import { settleSocketFolder } from './socket.ts';

/** Tests use it one after the other, so that not each waits for a first start. */
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  data = await temporaryFolder();
});

afterAll(() => data[Symbol.asyncDispose]());

describe('the socket', () => {
  test('lies in a private folder elsewhere when the path of the data folder is too long for one', async () => {
    await using folder = await temporaryFolder();
    await chmod(folder.path, 0o755);
    const long = join(folder.path, '很长的目录名'.repeat(8));
    const database = await openDatabase({ dataFolder: long });
    const home = await settleHome(long);
    const socketFolder = await settleSocketFolder(home);
    expect(socketFolder.startsWith(home.folder)).toBe(false);
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
    expect((await lstat(join(socketFolder, '.s.PGSQL.5432'))).isSocket()).toBe(true);
    const other = startProgram(long, 'open');
    expect(await other.ended).toBe(0);
    await database.close();
    await rm(socketFolder, { recursive: true });
  });

  test('is not laid into a folder that somebody else could have prepared', async () => {
    await using folder = await temporaryFolder();
    await using temporary = await temporaryFolder();
    await chmod(folder.path, 0o755);
    const home = await settleHome(join(folder.path, 'x'.repeat(120)));
    await chmod(await settleSocketFolder(home, temporary.path), 0o755);
    await expect(settleSocketFolder(home, temporary.path)).rejects.toThrow(/被其他账号占用/);
  });

  test('listens on no network, and lets nobody but the account in', async () => {
    const database = await openDatabase({ dataFolder: data.path });
    const { rows } = await sql`
      select current_setting('listen_addresses') as network, current_setting('fsync') as fsync,
             current_setting('synchronous_commit') as synchronous, current_setting('full_page_writes') as whole,
             current_setting('server_encoding') as encoding, datcollate as collation
      from pg_database where datname = current_database()`.execute(database.queries);
    expect(rows).toEqual([
      { network: '', fsync: 'on', synchronous: 'on', whole: 'on', encoding: 'UTF8', collation: 'C' },
    ]);
    const home = await settleHome(data.path);
    expect((await stat(home.folder)).mode & 0o777).toBe(0o700);
    await database.close();
  });
});

test('the log of the server keeps statements and their values out', async () => {
  const database = await openDatabase({ dataFolder: data.path });
  await expect(sql`select ${'秘密的值'}::text::integer`.execute(database.queries)).rejects.toThrow('秘密的值');
  await database.close();
  const log = await readFile(join((await settleHome(data.path)).folder, 'postgresql.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('秘密');
});
