import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { PoolConfig } from 'pg';
import type { Schema } from './schema.ts';

/** Queries on the database, or inside a transaction on it. */
export type Queries = Kysely<Schema>;

type TypeId = Parameters<typeof types.getTypeParser>[0];

/** `count(*)` is a bigint: it comes as a number, and what a number cannot hold is an error, not a rounding. */
function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond what a number holds: ${text}`);
  return value;
}

/** The driver would make local `Date`s of days and instants; they stay the text that PostgreSQL sent. */
function parserOf(oid: TypeId, format?: 'text' | 'binary') {
  if (oid === types.builtins.DATE || oid === types.builtins.TIMESTAMPTZ) return (text: string) => text;
  if (oid === types.builtins.INT8) return readBigint;
  return types.getTypeParser(oid, format);
}

/** A pool of connections behind Kysely. Opens no connection by itself; `destroy()` closes all. */
export function openPool(config: PoolConfig): Queries {
  const pool = new Pool({
    application_name: 'gongkai',
    connectionTimeoutMillis: 15_000,
    ...config,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  });
  // An idle connection that the server closes is no event for us: the pool drops it and the next query opens another.
  pool.on('error', () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
