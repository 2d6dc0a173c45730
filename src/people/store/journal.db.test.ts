import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Queries } from '../../platform/database/pool.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { getAgencyCode } from '../rules/agency.ts';
import { ACTOR_KINDS } from '../rules/journal.ts';
import type { JournalEntry } from '../rules/journal.ts';
import { appendJournal, appendJournalEntries, verifyJournal } from './journal.store.ts';

const entryOf = (subject: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  at: Temporal.Instant.from('2026-11-25T01:02:03.123456Z'),
  agency: getAgencyCode('990101-001'),
  actor: { kind: 'system' },
  event: 'application-registered',
  subject,
  detail: {},
  ...more,
});

async function fill(queries: Queries, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) await appendJournal(queries, entryOf(`application:${index}`));
}

/** As somebody with the rights of the database's owner would. */
async function tamper(queries: Queries, statement: string): Promise<void> {
  await queries.transaction().execute(async transaction => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql.raw(statement).execute(transaction);
  });
}

test('what was appended is verified, whatever characters and figures it holds', async () => {
  await using database = await openTestDatabase();
  await appendJournalEntries(database.queries, [
    entryOf('application:1', {
      detail: { 二: '"\\\n\u0001\u007f\u2028𠮷</script>', a: [1.5, -3, null, true], aa: { b: 1e21 } },
    }),
    entryOf('application:2', { agency: null, subject: null, at: Temporal.Instant.from('2026-11-25T00:00:00Z') }),
    entryOf('application:3', { actor: { kind: 'visitor' } }),
  ]);
  const verdict = await verifyJournal(database.queries);
  expect(verdict).toMatchObject({ ok: true, entries: 3, end: { position: 3 } });
  expect(await verifyJournal(database.queries, verdict.ok ? verdict.end : undefined)).toEqual(verdict);
});

test('an empty journal is whole', async () => {
  await using database = await openTestDatabase();
  expect(await verifyJournal(database.queries)).toMatchObject({ ok: true, entries: 0 });
});

test('the database refuses to change, delete or empty the journal', async () => {
  await using database = await openTestDatabase();
  await fill(database.queries, 2);
  for (const statement of [
    `update journal set event = 'else'`,
    'delete from journal',
    'truncate journal cascade',
    'update journal_links set position = position + 10',
    'delete from journal_links',
    'truncate journal_links',
    `update journal_head set hash = repeat('1', 64)`,
    'delete from journal_head',
    'truncate journal_head',
  ])
    await expect(sql.raw(statement).execute(database.queries), statement).rejects.toThrow('only ever added to');
});

test('a changed, removed or inserted entry is found even where the triggers were switched off', async () => {
  const tamperings: readonly (readonly [string, number, string])[] = [
    [`update journal set detail = '{"a":1}' where subject = 'application:3'`, 3, '被改动'],
    [`update journal set actor_kind = 'visitor' where subject = 'application:2'`, 2, '被改动'],
    [`delete from journal where subject = 'application:4'`, 4, '被删除'],
    [
      `with gone as (delete from journal where subject = 'application:2' returning id)
       delete from journal_links where entry in (select id from gone)`,
      2,
      '被删除',
    ],
    [
      `with gone as (delete from journal where subject = 'application:5' returning id)
       delete from journal_links where entry in (select id from gone)`,
      5,
      '被删除',
    ],
    [
      `insert into journal select gen_random_uuid(), at, agency, actor_kind, actor, event, 'application:9', detail
       from journal limit 1`,
      6,
      '绕过系统插入',
    ],
    [
      `with added as (insert into journal select gen_random_uuid(), at, agency, actor_kind, actor, event, subject, detail
         from journal limit 1 returning id)
       insert into journal_links select 6, id, repeat('a', 64) from added`,
      6,
      '插入',
    ],
  ];
  for (const [statement, position, words] of tamperings) {
    await using database = await openTestDatabase();
    await fill(database.queries, 5);
    await tamper(database.queries, statement);
    expect(await verifyJournal(database.queries), statement).toMatchObject({
      ok: false,
      position,
      sentence: expect.stringContaining(words),
    });
  }
});

test('a chain that was cut off or written anew is found with an end noted before', async () => {
  await using database = await openTestDatabase();
  await fill(database.queries, 3);
  const before = await verifyJournal(database.queries);
  const end = before.ok ? before.end : null;
  expect(end).toMatchObject({ position: 3 });
  await tamper(
    database.queries,
    `delete from journal; delete from journal_links; update journal_head set position = 0, hash = repeat('0', 64)`,
  );
  expect(await verifyJournal(database.queries)).toMatchObject({ ok: true, entries: 0 });
  expect(await verifyJournal(database.queries, end!)).toMatchObject({ ok: false });
  await fill(database.queries, 4);
  expect(await verifyJournal(database.queries, end!)).toMatchObject({ ok: false, position: 3 });
});

test('appending at the same time gives one chain without gap, and what is rolled back leaves none', async () => {
  await using database = await openTestDatabase();
  const append = async (index: number) =>
    database.queries.transaction().execute(async transaction => {
      await appendJournal(transaction, entryOf(`application:${index}`));
      await sql`select pg_sleep(0.001)`.execute(transaction);
      if (index % 5 === 0) throw new Error('rolled back');
    });
  const answers = await Promise.allSettled(Array.from({ length: 100 }, (_, index) => append(index)));
  expect(answers.filter(answer => answer.status === 'rejected')).toHaveLength(20);
  expect(await verifyJournal(database.queries)).toMatchObject({ ok: true, entries: 80 });
});

test('the database knows exactly the kinds of actors that the rules know', async () => {
  await using database = await openTestDatabase();
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'journal_actor_kind_check'
  `.execute(database.queries);
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual(ACTOR_KINDS);
});
