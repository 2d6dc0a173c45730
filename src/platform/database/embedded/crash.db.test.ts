import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../open-database.ts';
import type { Database } from '../database.ts';
import { runCrashRound } from '../testing/crash-round.ts';
import { findServer } from '../testing/find-server.ts';
import { killEverything } from '../testing/kill-everything.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { clusterOf } from './cluster.ts';
import { settleHome } from './home.ts';

async function askForStart({ queries }: Database): Promise<number> {
  const { rows } = await sql<{
    started: string;
  }>`select extract(epoch from pg_postmaster_start_time())::text as started`.execute(queries);
  return Number(rows[0]!.started);
}

/** Tests use it one after the other, so that not each waits for a first start. */
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  data = await temporaryFolder();
});

afterAll(() => data[Symbol.asyncDispose]());

describe('a server that goes down', () => {
  test('with everything else by kill -9 has lost nothing that it acknowledged', async () => {
    for (const writeMs of [20, 150, 300]) {
      const round = await runCrashRound(data.path, writeMs);
      expect(round.killed).toBeGreaterThan(5);
      expect(round.acknowledged).toBeGreaterThan(0);
      expect(round.lost).toBe(0);
    }
  });

  test('while a program has it open is started again for that program', async () => {
    const database = await openDatabase({ dataFolder: data.path });
    const before = await askForStart(database);
    await killEverything(data.path, []);
    // Holding on once more ends when the program itself has brought the server back.
    const other = await openDatabase({ dataFolder: data.path });
    expect(await askForStart(database)).toBeGreaterThan(before);
    expect(await askForStart(other)).toBe(await askForStart(database));
    await other.close();
    await database.close();
    expect(await findServer(data.path)).toBeUndefined();
  });

  test('starts again although its process number now belongs to another program', async () => {
    await (await openDatabase({ dataFolder: data.path })).close();
    const home = await settleHome(data.path);
    // A process of the account that runs the server: PostgreSQL by itself would take it for a server.
    const stranger = spawn('sleep', ['60'], { ...home.account, stdio: 'ignore' });
    const lines = [stranger.pid, clusterOf(home), 0, 5432, home.folder, '', '  1 1', 'ready'];
    await writeFile(join(clusterOf(home), 'postmaster.pid'), `${lines.join('\n')}\n`);
    await writeFile(join(home.folder, '.s.PGSQL.5432.lock'), `${lines.slice(0, 5).join('\n')}\n`);
    const database = await openDatabase({ dataFolder: data.path });
    expect((await findServer(data.path))?.pid).not.toBe(stranger.pid);
    await database.close();
    stranger.kill();
  });
});
