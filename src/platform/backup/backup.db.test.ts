import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { readMigrations } from '../database/migration-files.ts';
import type { Queries } from '../database/pool.ts';
import { openTestDatabase } from '../database/testing/test-database.ts';
import { openFileStore, openSealedFiles } from '../files/file-store.ts';
import { checkSealingKeys } from '../sealing/known-keys.ts';
import { createSealing } from '../sealing/sealing.ts';
import { CHECKSUMS_NAME, checksumLine, MANIFEST_NAME, SUMMARY_NAME } from './archive.ts';
import { BackupRefusal } from './refusal.ts';
import { restoreBackup } from './restore-backup.ts';
import { FILLED_BY_MIGRATIONS, findUsedTable, listTables } from './tables.ts';
import { createTarWriter, readTar } from './tar.ts';
import type { Member } from './tar.ts';
import { writeBackup } from './write-backup.ts';

/** Read once, so that a step which is being written while the tests run does not look like a foreign one. */
const MIGRATIONS = await readMigrations();
const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const sealing = createSealing([new Uint8Array(32)]);
const HEAD = '0190f1d2-0000-7000-8000-000000000001';

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Tables that refer to each other in a circle, text that breaks careless formats, a journal with its chain. */
async function fill(queries: Queries): Promise<void> {
  await checkSealingKeys(queries, sealing);
  await sql`insert into agencies (code, name, short_name, kind) values ('990101-001', '示范市晴川区人民政府办公室', '区政府办', 'government-office')`.execute(
    queries,
  );
  await sql`insert into staff (id, username, name, agency, created_at)
    values (${HEAD}, 'head', '示例"\\n\t员', '990101-001', '2026-11-25T01:02:03.123456Z')`.execute(queries);
  await sql`update agencies set disclosure_head = ${HEAD}`.execute(queries);
  await sql`insert into settings (scope, key, value, changed_at)
    values ('*', 'odd', ${JSON.stringify({ a: '\u2028\\"\n', n: 1e21, d: 1.1, no: null })}::jsonb, now())`.execute(
    queries,
  );
  await sql`insert into journal (id, at, actor_kind, event, detail)
    select gen_random_uuid(), now(), 'system', 'tested', jsonb_build_object('index', index)
    from generate_series(1, 2500) index`.execute(queries);
}

/** Every row of every table as PostgreSQL prints it: another way than that of the back-up. */
async function printTables(queries: Queries): Promise<Readonly<Record<string, readonly string[]>>> {
  const printed: Record<string, readonly string[]> = {};
  for (const { name } of await listTables(queries)) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} t order by 1`.execute(
      queries,
    );
    printed[name] = rows.map(({ line }) => line);
  }
  return printed;
}

async function readMembers(path: string): Promise<readonly Member[]> {
  const file = await open(path);
  try {
    return await Array.fromAsync(readTar(file));
  } finally {
    await file.close();
  }
}

/** A back-up of these members with a true list of checksums. */
async function writeMembers(path: string, members: readonly Member[]): Promise<void> {
  const file = await open(path, 'w');
  const tar = createTarWriter(file, NOW);
  for (const member of members) await tar.add(member);
  await tar.add({ name: CHECKSUMS_NAME, bytes: Buffer.from(members.map(checksumLine).join('')) });
  await tar.end();
  await file.close();
}

async function makeBackup(folder: string): Promise<string> {
  await using database = await openTestDatabase();
  await fill(database.queries);
  const store = await openFileStore({ folder: join(folder, 'files'), sealing });
  await store.keep(Buffer.from('附件'));
  const path = join(folder, 'a.tar');
  await writeBackup(path, { ...database, files: await openSealedFiles(join(folder, 'files')), now: NOW });
  return path;
}

/** How a restore into a fresh installation is refused, and what is left of it there. */
async function refusalOf(path: string, folder: string): Promise<{ sentence: string; left: readonly string[] }> {
  await using database = await openTestDatabase();
  return await refusalIn(database, path, folder);
}

async function refusalIn(database: Database, path: string, folder: string) {
  const files = await openSealedFiles(join(folder, 'there'));
  const sentence = await restoreBackup(path, { database, files }, MIGRATIONS).then(
    () => 'restored',
    (error: unknown) => (error instanceof BackupRefusal ? error.message : `thrown: ${String(error)}`),
  );
  const used = await findUsedTable(database.queries);
  const kept = await Array.fromAsync(files.list());
  return { sentence, left: [...(used === undefined ? [] : [used]), ...kept.map(({ id }) => id)] };
}

test('what was backed up comes back: every row of every table, every file, and the journal can go on', () =>
  inFolder(async folder => {
    await using from = await openTestDatabase();
    await using to = await openTestDatabase('empty');
    await fill(from.queries);
    const here = join(folder, 'here');
    const kept = await (await openFileStore({ folder: here, sealing })).keep(Buffer.from('附件'));
    const path = join(folder, 'a.tar');
    const summary = await writeBackup(path, { ...from, files: await openSealedFiles(here), now: NOW });
    expect(summary).toMatchObject({ files: 1, tables: { journal: 2500, agencies: 1 } });

    const there = join(folder, 'there');
    const { manifest } = await restoreBackup(path, { database: to, files: await openSealedFiles(there) }, MIGRATIONS);
    expect(manifest.sealingKeys).toEqual(sealing.keyIds);
    expect(await printTables(to.queries)).toEqual(await printTables(from.queries));
    const store = await openFileStore({ folder: there, sealing });
    expect(Buffer.from(await store.read(kept.ok ? kept.value : ('' as never))).toString()).toBe('附件');

    // Triggers and references are back.
    await expect(sql`delete from journal`.execute(to.queries)).rejects.toThrow('only ever added to');
    await expect(sql`update agencies set disclosure_head = gen_random_uuid()`.execute(to.queries)).rejects.toThrow(
      'foreign key',
    );
    await sql`insert into journal (id, at, actor_kind, event, detail)
      values (gen_random_uuid(), now(), 'system', 'tested', '{}')`.execute(to.queries);
    const head = await to.queries.selectFrom('journal_head').select('position').executeTakeFirstOrThrow();
    expect(head.position).toBe(2501);
  }));

test('neither the keys nor the text of what is sealed are in a back-up, which its owner alone may read', () =>
  inFolder(async folder => {
    const path = await makeBackup(folder);
    const unpacked = await Promise.all(
      (await readMembers(path)).map(async ({ name, bytes }) =>
        name.endsWith('.gz') ? promisify(gunzip)(bytes) : Buffer.from(bytes),
      ),
    );
    const whole = Buffer.concat(unpacked).toString('latin1');
    const contains = (text: string) => whole.includes(Buffer.from(text).toString('latin1'));
    expect(['示范市晴川区', '附件', Buffer.alloc(32).toString('base64')].map(contains)).toEqual([true, false, false]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  }));

test('a back-up shows one moment, whatever is written meanwhile', () =>
  inFolder(async folder => {
    await using from = await openTestDatabase();
    await using to = await openTestDatabase();
    await fill(from.queries);
    const state = { stopped: false };
    const writing = (async () => {
      for (let round = 0; !state.stopped; round += 1)
        await from.queries.transaction().execute(async transaction => {
          await sql`insert into installation_facts (key, value) values (${`pair-${round}`}, '')`.execute(transaction);
          await sql`insert into job_runs values (${`pair-${round}`}, now(), 'done', now(), 1, now())`.execute(
            transaction,
          );
        });
    })();
    const path = join(folder, 'a.tar');
    const files = await openSealedFiles(join(folder, 'files'));
    await new Promise(resolve => void setTimeout(resolve, 50));
    await writeBackup(path, { ...from, files, now: NOW });
    state.stopped = true;
    await writing;
    await restoreBackup(path, { database: to, files }, MIGRATIONS);
    const { rows } = await sql<{ facts: number; runs: number }>`
      select (select count(*) from installation_facts where key like 'pair-%') as facts,
             (select count(*) from job_runs) as runs`.execute(to.queries);
    expect(rows[0]!.facts).toBeGreaterThan(0);
    expect(rows[0]!.facts).toBe(rows[0]!.runs);
  }));

test('a back-up of an older version is brought up to this one', () =>
  inFolder(async folder => {
    await using from = await openTestDatabase('empty');
    await using to = await openTestDatabase('empty');
    await migrate(from, MIGRATIONS.slice(0, 3));
    await sql`insert into installation_facts (key, value) values ('sample-district', 'yes')`.execute(from.queries);
    const files = await openSealedFiles(join(folder, 'files'));
    await writeBackup(join(folder, 'a.tar'), { ...from, files, now: NOW });
    await restoreBackup(join(folder, 'a.tar'), { database: to, files }, MIGRATIONS);
    expect(await migrate(to, MIGRATIONS)).toBe(0);
    expect(await findUsedTable(to.queries)).toBe('installation_facts');
  }));

describe('refused with one sentence, and nothing is left of it:', () => {
  test('an installation that is in use', () =>
    inFolder(async folder => {
      const path = await makeBackup(folder);
      await using database = await openTestDatabase();
      await sql`insert into installation_facts (key, value) values ('a', 'b')`.execute(database.queries);
      const before = await printTables(database.queries);
      const files = await openSealedFiles(join(folder, 'there'));
      await expect(restoreBackup(path, { database, files }, MIGRATIONS)).rejects.toThrow(/这里已经有数据/);
      expect(await printTables(database.queries)).toEqual(before);
    }));

  test('a folder with files of others; files of the same back-up, from a restore that was killed, are taken over', () =>
    inFolder(async folder => {
      const path = await makeBackup(folder);
      const there = join(folder, 'there');
      const foreign = await (await openFileStore({ folder: there, sealing })).keep(Buffer.from('x'));
      await using database = await openTestDatabase();
      const files = await openSealedFiles(there);
      await expect(restoreBackup(path, { database, files }, MIGRATIONS)).rejects.toThrow(/这里已经有数据/);
      if (foreign.ok) await files.remove(foreign.value);
      const member = (await readMembers(path)).find(({ name }) => name.startsWith('files/'));
      await files.putSealed(member!.name.slice('files/'.length) as never, member!.bytes);
      await expect(restoreBackup(path, { database, files }, MIGRATIONS)).resolves.toMatchObject({
        summary: { files: 1 },
      });
    }));

  test('a file that is cut short or changed anywhere', () =>
    inFolder(async folder => {
      const whole = await readFile(await makeBackup(folder));
      await using database = await openTestDatabase();
      const broken = join(folder, 'broken.tar');
      const cuts = Array.from({ length: 12 }, (_, index) => whole.subarray(0, Math.floor((whole.length * index) / 12)));
      const flips = Array.from({ length: 24 }, (_, index) => {
        // The padding of a tar means nothing; changes there are let off by starting inside of members.
        const at = Math.floor((whole.length * index) / 24);
        return Buffer.from(whole).fill(whole[at]! ^ 1, at, at + 1);
      });
      for (const bytes of cuts) {
        await writeFile(broken, bytes);
        expect(await refusalIn(database, broken, folder)).toEqual({
          sentence: expect.stringMatching(/已损坏/) as string,
          left: [],
        });
      }
      const padding = async (bytes: Buffer) => {
        await writeFile(broken, bytes);
        const members = await readMembers(broken).catch(() => []);
        return JSON.stringify(members) === JSON.stringify(await readMembers(join(folder, 'a.tar')));
      };
      let seen = 0;
      for (const bytes of flips) {
        if (await padding(bytes)) continue;
        seen += 1;
        expect(await refusalIn(database, broken, folder)).toEqual({
          sentence: expect.stringMatching(/已损坏/) as string,
          left: [],
        });
      }
      expect(seen).toBeGreaterThan(12);
    }));

  test('a file with members missing, out of their order, or unknown', () =>
    inFolder(async folder => {
      const members = (await readMembers(await makeBackup(folder))).filter(({ name }) => name !== CHECKSUMS_NAME);
      const path = join(folder, 'b.tar');
      await using database = await openTestDatabase();
      const without = (gone: string) => members.filter(({ name }) => !name.startsWith(gone));
      for (const wrong of [
        [],
        without(MANIFEST_NAME),
        without(SUMMARY_NAME),
        without('tables/journal/'),
        without('files/'),
        [...members, { name: '../../etc/passwd', bytes: Buffer.from('x') }],
        [...members, { name: 'tables/no_such_table/000001.jsonl.gz', bytes: await promisify(gzip)('{}\n') }],
      ]) {
        await writeMembers(path, wrong);
        expect(await refusalIn(database, path, folder)).toEqual({
          sentence: expect.stringMatching(/已损坏/) as string,
          left: [],
        });
      }
    }));

  test('rows that the database does not take', () =>
    inFolder(async folder => {
      const members = (await readMembers(await makeBackup(folder))).filter(({ name }) => name !== CHECKSUMS_NAME);
      const staff = await promisify(gzip)(`{"id":"${HEAD}","username":"head","name":"x","agency":"000000-000"}\n`);
      const path = join(folder, 'b.tar');
      await writeMembers(
        path,
        members.map(member => (member.name.startsWith('tables/staff/') ? { ...member, bytes: staff } : member)),
      );
      const { sentence, left } = await refusalOf(path, folder);
      expect(sentence).toMatch(/已损坏/);
      expect(left).toEqual([]);
    }));

  test('a back-up of a newer version', () =>
    inFolder(async folder => {
      const members = (await readMembers(await makeBackup(folder))).filter(({ name }) => name !== CHECKSUMS_NAME);
      const path = join(folder, 'b.tar');
      const changed = async (change: (manifest: { migrations: object[] }) => unknown) => {
        const manifest = JSON.parse(Buffer.from(members[0]!.bytes).toString()) as { migrations: object[] };
        const first = { name: MANIFEST_NAME, bytes: Buffer.from(JSON.stringify(change(manifest))) };
        await writeMembers(path, [first, ...members.slice(1)]);
        return refusalOf(path, folder);
      };
      const step = { number: 99, name: 'later', checksum: 'x' };
      expect(await changed(({ migrations, ...rest }) => ({ ...rest, migrations: [...migrations, step] }))).toEqual({
        sentence: expect.stringMatching(/更新的版本/) as string,
        left: [],
      });
      expect(await changed(manifest => ({ ...manifest, version: 2 }))).toMatchObject({
        sentence: expect.stringMatching(/更新的版本/) as string,
      });
      expect(
        await changed(({ migrations, ...rest }) => ({
          ...rest,
          migrations: migrations.map(step => ({ ...step, checksum: 'y' })),
        })),
      ).toMatchObject({ sentence: expect.stringMatching(/升级脚本不同/) as string });
    }));
});

test('a name that is taken, and a folder that is not there, leave nothing behind', () =>
  inFolder(async folder => {
    const path = await makeBackup(folder);
    const before = await readFile(path);
    await using database = await openTestDatabase();
    const files = await openSealedFiles(join(folder, 'files'));
    await expect(writeBackup(path, { ...database, files, now: NOW })).rejects.toThrow(/已经存在/);
    await expect(writeBackup(join(folder, 'no/a.tar'), { ...database, files, now: NOW })).rejects.toThrow(/不存在/);
    expect((await readFile(path)).equals(before)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['a.tar', 'files']);
  }));

test('a fresh database holds what is listed as written by the migrations and nothing else; nothing counts by a sequence', async () => {
  await using database = await openTestDatabase();
  expect(await findUsedTable(database.queries)).toBeUndefined();
  const filled: string[] = [];
  for (const { name } of await listTables(database.queries)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(database.queries);
    if (rows.length > 0) filled.push(name);
  }
  expect(filled).toEqual(FILLED_BY_MIGRATIONS);
  // A sequence would have to be set after a restore; that of an unlogged table begins anew with its table.
  const { rows } = await sql`
    select relname from pg_class
    where relkind = 'S' and relpersistence = 'p' and relnamespace = current_schema()::regnamespace`.execute(
    database.queries,
  );
  expect(rows).toEqual([]);
});
