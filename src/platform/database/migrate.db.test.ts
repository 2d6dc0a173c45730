import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { migrate } from './migrate.ts';
import type { Queries } from './pool.ts';
import { DatabaseRefusal } from './refusal.ts';
import { openTestDatabase } from './testing/test-database.ts';

const migrations = await readMigrations();

async function listSteps(queries: Queries): Promise<number[]> {
  const rows = await queries.selectFrom('schema_migrations').select('number').orderBy('number').execute();
  return rows.map(row => row.number);
}

async function readFolder(files: Readonly<Record<string, string>>): Promise<readonly Migration[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-migrations-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await readMigrations(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('migrating an empty database takes every step once, and a second time none', async () => {
  await using database = await openTestDatabase('empty');
  expect(await migrate(database)).toBe(migrations.length);
  expect(await migrate(database)).toBe(0);
  expect(await listSteps(database.queries)).toEqual(migrations.map(({ number }) => number));
});

test('every earlier state of the schema can be brought up to date', async () => {
  await using database = await openTestDatabase('empty');
  for (let length = 1; length <= migrations.length; length += 1)
    expect(await migrate(database, migrations.slice(0, length))).toBe(1);
  expect(await migrate(database)).toBe(0);
});

test('programs that migrate at the same time take every step exactly once between them', async () => {
  await using database = await openTestDatabase('empty');
  const steps = await Promise.all(Array.from({ length: 4 }, () => migrate(database)));
  expect(steps.reduce((sum, count) => sum + count)).toBe(migrations.length);
  expect(await listSteps(database.queries)).toEqual(migrations.map(({ number }) => number));
});

test('a step that fails leaves nothing behind, and the steps before it stand', async () => {
  await using database = await openTestDatabase('empty');
  const broken: Migration = {
    number: migrations.length + 1,
    name: 'broken',
    sql: 'create table half_done (id integer); select 1 / 0;',
    checksum: 'x',
  };
  await expect(migrate(database, [...migrations, broken])).rejects.toThrow('division by zero');
  expect(await listSteps(database.queries)).toHaveLength(migrations.length);
  const { rows } = await sql`select to_regclass('half_done') as found`.execute(database.queries);
  expect(rows).toEqual([{ found: null }]);
});

test('a database that a newer version has migrated is refused', async () => {
  await using database = await openTestDatabase();
  const older = migrations.slice(0, -1);
  await expect(migrate(database, older)).rejects.toThrow(DatabaseRefusal);
  await expect(migrate(database, older)).rejects.toThrow(
    new RegExp(`更新的版本升级（\\d{4}_${migrations.at(-1)!.name}）.*请更新程序`),
  );
});

test('a step that was changed after it was taken is refused', async () => {
  await using database = await openTestDatabase();
  const changed = migrations.map(migration => ({ ...migration, checksum: `${migration.checksum}0` }));
  await expect(migrate(database, changed)).rejects.toThrow(DatabaseRefusal);
  await expect(migrate(database, changed)).rejects.toThrow(/0001_agencies 与数据库建立时的不同/);
});

describe('the folder of migrations', () => {
  test('gives the same checksum with either kind of line ends', async () => {
    const [unix] = await readFolder({ '0001_a.sql': 'select 1;\nselect 2;\n' });
    const [windows] = await readFolder({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' });
    expect(windows).toEqual(unix);
  });

  test('may not leave a number out, use one twice, or hold a misnamed file', async () => {
    await expect(readFolder({ '0001_a.sql': '', '0003_c.sql': '' })).rejects.toThrow('3_c breaks that');
    await expect(readFolder({ '0001_a.sql': '', '0001_b.sql': '' })).rejects.toThrow('1_b breaks that');
    await expect(readFolder({ '1_a.sql': '' })).rejects.toThrow("Not a migration's name");
  });
});
