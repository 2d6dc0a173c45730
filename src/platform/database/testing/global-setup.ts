import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { SUPERUSER } from '../embedded/cluster.ts';
import { settleHome } from '../embedded/home.ts';
import { PORT } from '../embedded/socket.ts';
import { holdServer } from '../embedded/supervise.ts';
import { migrate } from '../migrate.ts';
import { openPool } from '../pool.ts';
import type { Queries } from '../pool.ts';
import { addressOf } from './address.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that tests make their databases on, and how the names of all databases of this run begin. */
    readonly testServer: { readonly address: string; readonly run: string };
  }
}

type TestServer = { readonly address: string; readonly stop: () => Promise<void> };

async function startEmbedded(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-test-'));
  const hold = await holdServer(await settleHome(folder));
  return {
    address: `postgresql://${SUPERUSER}@/postgres?host=${encodeURIComponent(hold.socketFolder)}&port=${PORT}`,
    stop: async () => {
      await hold.release();
      await rm(folder, { recursive: true });
    },
  };
}

const PREFIX = 'gongkai_test';
const FORGOTTEN_AFTER_MS = 6 * 3_600_000;

async function dropDatabases(admin: Queries, isToGo: (name: string) => boolean): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database where starts_with(datname, ${PREFIX})`.execute(admin);
  for (const { name } of rows.filter(row => isToGo(row.name)))
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
}

/** The moment of a run stands in the names of its databases: runs that were killed are cleaned up by a later one. */
const isForgotten = (name: string): boolean => {
  const began = Number(/^gongkai_test_(\d+)_/.exec(name)?.[1]);
  return Date.now() - began > FORGOTTEN_AFTER_MS;
};

/**
 * One server for a run of the tests: the embedded one, or PostgreSQL by GONGKAI_TEST_DATABASE_URL (a role that may create
 * databases). On it a migrated template; `database` in test-database.ts clones it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['GONGKAI_TEST_DATABASE_URL'];
  const server = url === undefined ? await startEmbedded() : { address: url, stop: async () => {} };
  const admin = openPool({ connectionString: server.address });
  await dropDatabases(admin, isForgotten);

  const run = `${PREFIX}_${Date.now()}_${randomBytes(3).toString('hex')}`;
  const name = `${run}_template`;
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8'`.execute(admin);
  const queries = openPool({ connectionString: addressOf(server.address, name) });
  await migrate({ queries });
  await queries.destroy();
  project.provide('testServer', { address: server.address, run });

  return async () => {
    await dropDatabases(admin, database => database.startsWith(run));
    await admin.destroy();
    await server.stop();
  };
}
