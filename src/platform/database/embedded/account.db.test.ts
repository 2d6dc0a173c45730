import { chmod, chown, mkdir, readlink, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { migrate } from '../migrate.ts';
import { findServer } from '../testing/find-server.ts';
import { startProgram } from '../testing/start-program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { isRoot, nobody } from './account.ts';
import { settleHome } from './home.ts';

/** Tests use it one after the other, so that not each waits for a first start. */
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  data = await temporaryFolder();
});

afterAll(() => data[Symbol.asyncDispose]());

describe.runIf(isRoot())('as root', () => {
  test('the server runs as nobody, and the database is nobody’s', async () => {
    const database = await openDatabase({ dataFolder: data.path });
    const server = await findServer(data.path);
    expect((await stat(`/proc/${server!.pid}`)).uid).toBe(nobody().uid);
    await database.close();
  });

  test('a folder that an ordinary account owns is served as that account, which may share it', async () => {
    await using folder = await temporaryFolder();
    const account = { uid: 54_321, gid: 54_321 };
    // PostgreSQL wants its account to be registered: take one that is on every system.
    const daemon = { uid: 1, gid: 1 };
    await chown(folder.path, daemon.uid, daemon.gid);
    const first = startProgram(folder.path, 'hold', daemon);
    await first.printed(/^open/);
    const database = await openDatabase({ dataFolder: folder.path });
    expect((await stat(`/proc/${(await findServer(folder.path))!.pid}`)).uid).toBe(daemon.uid);
    first.child.stdin.end();
    expect(await first.ended).toBe(0);
    await database.close();
    const stranger = startProgram(folder.path, 'open', account);
    await expect(stranger.printed(/^open/)).rejects.toThrow(/权限|另一个账号/);
  });

  test('a data folder in a private home gets its database elsewhere, says so, and finds it again after a move', async () => {
    await using folder = await temporaryFolder();
    await using shelter = await temporaryFolder();
    await chmod(shelter.path, 0o755);
    const privateData = join(folder.path, 'home/data');
    await mkdir(privateData, { recursive: true });
    await chmod(join(folder.path, 'home'), 0o700);
    await writeFile(join(privateData, 'other-file'), '');
    const home = await settleHome(privateData, shelter.path);
    expect(home.folder.startsWith(shelter.path)).toBe(true);
    expect(home.notices).toEqual([
      `数据目录 ${privateData} 不便由普通账号进入，数据库存放在 ${home.folder}，备份时请一并包括`,
    ]);
    expect(await readlink(join(privateData, 'database'))).toBe(home.folder);

    const database = await openDatabase({ dataFolder: privateData });
    await migrate(database);
    expect(database.notices).toEqual([expect.stringContaining(home.folder)]);
    await database.close();
    await rename(privateData, join(folder.path, 'moved'));
    const again = await openDatabase({ dataFolder: join(folder.path, 'moved') });
    expect(await migrate(again)).toBe(0);
    await again.close();
  });
});
