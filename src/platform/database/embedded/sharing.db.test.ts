import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../open-database.ts';
import { migrate } from '../migrate.ts';
import { findServer } from '../testing/find-server.ts';
import { startProgram } from '../testing/start-program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** Tests use it one after the other, so that not each waits for a first start. */
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  data = await temporaryFolder();
});

afterAll(() => data[Symbol.asyncDispose]());

describe('several programs on one data folder', () => {
  test('share one server, and the one that closes does not pull it from under the other', async () => {
    const first = await openDatabase({ dataFolder: data.path });
    const second = startProgram(data.path, 'hold');
    await second.printed(/^open/);
    const server = await findServer(data.path);
    await first.close();
    expect(await findServer(data.path)).toEqual(server);

    const third = await openDatabase({ dataFolder: data.path });
    expect(await migrate(third)).toBe(0);
    second.child.stdin.end();
    expect(await second.ended).toBe(0);
    expect(await findServer(data.path)).toEqual(server);
    await third.close();
    expect(await findServer(data.path)).toBeUndefined();
  });

  test('may all start at once, on a folder that has no database yet', async () => {
    await using folder = await temporaryFolder();
    const fresh = join(folder.path, 'data');
    await chmod(folder.path, 0o755);
    const programs = [startProgram(fresh, 'open'), startProgram(fresh, 'open'), startProgram(fresh, 'open')];
    expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(await findServer(fresh)).toBeUndefined();
    expect((await readdir(join(fresh, 'database'))).filter(entry => entry.includes('.new-'))).toEqual([]);
  });

  test('may come and go at any moment without ever being refused or cut off', async () => {
    const comeAndGo = async () => {
      for (let time = 0; time < 6; time += 1) {
        const database = await openDatabase({ dataFolder: data.path });
        const { rows } = await sql`select 1 as one`.execute(database.queries);
        expect(rows).toEqual([{ one: 1 }]);
        await database.close();
      }
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
    expect(await findServer(data.path)).toBeUndefined();
  });

  test('that were killed leave no stake behind: the next one takes their server over and stops it', async () => {
    const killed = startProgram(data.path, 'hold');
    await killed.printed(/^open/);
    const server = await findServer(data.path);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const next = await openDatabase({ dataFolder: data.path });
    expect(await findServer(data.path)).toEqual(server);
    await next.close();
    expect(await findServer(data.path)).toBeUndefined();
  });
});
