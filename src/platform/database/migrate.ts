import { sql } from 'kysely';
import type { Database } from './database.ts';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import type { Queries } from './pool.ts';
import { codeOf, DatabaseRefusal } from './refusal.ts';
import type { MigrationRow } from './schema.ts';

type Applied = Pick<MigrationRow, 'number' | 'name' | 'checksum'>;

/** Any number, as long as every version of this program has the same. */
const MIGRATION_LOCK = 779_020_153;
const UNDEFINED_TABLE = '42P01';

async function listApplied(queries: Queries): Promise<readonly Applied[]> {
  return queries.selectFrom('schema_migrations').select(['number', 'name', 'checksum']).orderBy('number').execute();
}

async function listAppliedOnFirstSight(queries: Queries): Promise<readonly Applied[]> {
  try {
    return await listApplied(queries);
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return [];
    throw error;
  }
}

const titleOf = ({ number, name }: Applied): string => `${String(number).padStart(4, '0')}_${name}`;

function refuseForeign(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const step of applied) {
    const migration = migrations[step.number - 1];
    if (migration === undefined)
      throw new DatabaseRefusal(
        `数据库已由更新的版本升级（${titleOf(step)}），本程序不认识；请更新程序，或恢复升级之前的备份`,
      );
    if (migration.checksum !== step.checksum)
      throw new DatabaseRefusal(
        `数据库结构升级脚本 ${titleOf(step)} 与数据库建立时的不同；请恢复原来的脚本，改动应另写新的一步`,
      );
  }
}

async function createLedger(transaction: Queries): Promise<void> {
  await sql`create table if not exists schema_migrations (
    number integer primary key check (number >= 1),
    name text not null,
    checksum text not null,
    applied_at timestamp with time zone not null default now()
  )`.execute(transaction);
}

/** One step, in one transaction with its entry in the ledger. False when nothing was left to do. */
async function applyNext(queries: Queries, migrations: readonly Migration[]): Promise<boolean> {
  return queries.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await createLedger(transaction);
    // Another program may have been at it while we waited for the lock.
    const applied = await listApplied(transaction);
    refuseForeign(applied, migrations);
    const migration = migrations[applied.length];
    if (migration === undefined) return false;
    const { number, name, checksum } = migration;
    await transaction.insertInto('schema_migrations').values({ number, name, checksum }).execute();
    await sql.raw(migration.sql).execute(transaction);
    return true;
  });
}

/**
 * Brings the database to the schema that this version of the program knows; gives the number of steps taken (0 after one
 * short query when there is nothing to do). Programs that migrate at the same time wait for each other. Refuses a database
 * that a newer version has migrated, and one whose steps were not the ones in the folder.
 */
export async function migrate(
  { queries }: Pick<Database, 'queries'>,
  migrations?: readonly Migration[],
): Promise<number> {
  const known = migrations ?? (await readMigrations());
  const applied = await listAppliedOnFirstSight(queries);
  refuseForeign(applied, known);
  if (applied.length === known.length) return 0;
  let steps = 0;
  while (await applyNext(queries, known)) steps += 1;
  return steps;
}
