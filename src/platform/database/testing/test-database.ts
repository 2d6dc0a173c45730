import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import type { Database } from '../database.ts';
import { openPool } from '../pool.ts';
import { addressOf } from './address.ts';

/**
 * A database of its own on the test server, with all migrations applied or (`empty`) none; gone at the end of the block:
 * `await using database = await openTestDatabase();`
 */
export async function openTestDatabase(
  contents: 'migrated' | 'empty' = 'migrated',
): Promise<Database & AsyncDisposable> {
  const { address, run } = inject('testServer');
  const name = `${run}_${randomBytes(6).toString('hex')}`;
  const original = contents === 'migrated' ? `${run}_template` : 'template0';
  const admin = openPool({ connectionString: address, max: 1 });
  await sql`create database ${sql.id(name)} template ${sql.id(original)}`.execute(admin);
  const queries = openPool({ connectionString: addressOf(address, name), max: 4 });
  const close = async () => {
    await queries.destroy();
    await sql`drop database ${sql.id(name)} with (force)`.execute(admin);
    await admin.destroy();
  };
  return { kind: 'server', queries, notices: [], close, [Symbol.asyncDispose]: close };
}
