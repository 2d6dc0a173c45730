import { sql } from 'kysely';
import type { Queries } from '../database/pool.ts';

/** A table with the columns that are written (those that the database computes itself are left out). */
export type Table = { readonly name: string; readonly columns: readonly string[] };

/**
 * Not in a back-up: the steps of the schema (they stand in the manifest), and sessions, so that restoring signs nobody in again
 * who has signed out since. Unlogged tables hold nothing that is to last.
 */
const LEFT_OUT = ['schema_migrations', 'sessions'] as const;

/** Every table that a back-up holds, in the order of their names. */
export async function listTables(queries: Queries): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and not c.relname = any(${LEFT_OUT})
    group by c.relname order by c.relname collate "C"`.execute(queries);
  return rows;
}

const FETCH = 1000;

/** The rows of a table as JSON texts, a thousand at a time. To be called in a transaction, whose snapshot they show. */
export async function* dumpRows(transaction: Queries, table: string): AsyncGenerator<readonly string[]> {
  await sql`declare dumped no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(table)} t`.execute(
    transaction,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(FETCH)} from dumped`.execute(transaction);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await sql`close dumped`.execute(transaction);
}

/** Inserts rows from their JSON texts. Gives their number. */
export async function loadRows(transaction: Queries, table: Table, lines: readonly string[]): Promise<number> {
  const columns = sql.join(table.columns.map(column => sql.ref(column)));
  const result = await sql`
    insert into ${sql.table(table.name)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${`[${lines.join(',')}]`}::jsonb)`.execute(
    transaction,
  );
  return Number(result.numAffectedRows ?? 0);
}

type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

async function listForeignKeys(queries: Queries): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace
    order by c.relname, k.conname`.execute(queries);
  return rows;
}

/**
 * Runs the loading of all tables without triggers and foreign keys (tables refer to each other in circles), and puts both back:
 * the database then checks every reference anew. Everything is in the caller's transaction; only the owner of the tables is
 * needed, no superuser.
 */
export async function withoutReferences(
  transaction: Queries,
  tables: readonly Table[],
  load: () => Promise<void>,
): Promise<void> {
  const foreignKeys = await listForeignKeys(transaction);
  for (const { table, name } of foreignKeys)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(transaction);
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(transaction);
  await load();
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(transaction);
  for (const { table, name, definition } of foreignKeys)
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
      transaction,
    );
}

/** What the migrations write themselves; everything else is empty in an installation that nobody has used yet. */
export const FILLED_BY_MIGRATIONS = ['journal_head'] as const;

/** The first table in which somebody has already written; undefined in a fresh installation. */
export async function findUsedTable(queries: Queries): Promise<string | undefined> {
  for (const { name } of await listTables(queries)) {
    if ((FILLED_BY_MIGRATIONS as readonly string[]).includes(name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(queries);
    if (rows.length > 0) return name;
  }
  return undefined;
}

/** Empties a table before it is loaded; its triggers are off. */
export async function emptyTable(transaction: Queries, table: string): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(transaction);
}
