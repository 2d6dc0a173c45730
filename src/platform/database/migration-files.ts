import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A step of the schema, from `migrations/0001_agencies.sql`. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with line feeds only, so that a checkout with carriage returns is the same. */
  readonly checksum: string;
};

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../migrations');

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

async function readMigration(folder: string, file: string): Promise<Migration> {
  const [, number, name] = FILE_NAME.exec(file) ?? [];
  if (number === undefined || name === undefined) throw new Error(`Not a migration's name (0001_name.sql): ${file}`);
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** All migrations of a folder in their order. Throws where a file is misnamed, or numbers are not 1, 2, 3 … */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map(file => readMigration(folder, file)));
  const misplaced = migrations.find(({ number }, index) => number !== index + 1);
  if (misplaced !== undefined)
    throw new Error(`Migrations are numbered 1, 2, 3 …, each once: ${misplaced.number}_${misplaced.name} breaks that`);
  return migrations;
}
