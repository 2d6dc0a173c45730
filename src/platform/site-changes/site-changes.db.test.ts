import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing/test-database.ts';
import type { Queries } from '../database/pool.ts';
import { keepUntilChange } from './kept.ts';
import { watchSite } from './site-changes.ts';
import type { ChangedItems } from './site-changes.ts';

const ONE = '01989f00-0000-7000-8000-000000000001';
const OTHER = '01989f00-0000-7000-8000-000000000002';

const change = (queries: Queries, item: string | null) =>
  sql`insert into site_changes (item) values (${item}::uuid)`.execute(queries);

async function openScene() {
  const database = await openTestDatabase();
  const { queries } = database;
  const changes = watchSite(queries);
  const told: ChangedItems[] = [];
  changes.onChange(items => void told.push(items));
  await changes.now();
  return { queries, changes, told, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

test('the first look knows nothing; later ones name what has changed, each change once', async () => {
  await using scene = await openScene();
  const { queries, changes, told } = scene;
  const before = await changes.now();
  await change(queries, ONE);
  await change(queries, null);
  expect(await changes.now()).not.toBe(before);
  expect(await changes.now()).toBe(await changes.now());
  expect(told).toEqual(['any', [ONE]]);
});

test('a change that commits late, after others that began later, is seen all the same', async () => {
  await using scene = await openScene();
  const { queries, changes, told } = scene;
  await queries.transaction().execute(async late => {
    await change(late, ONE);
    await change(queries, OTHER);
    await changes.now();
    expect(told.at(-1)).toEqual([OTHER]);
  });
  await changes.now();
  expect(told.at(-1)).toEqual([ONE]);
  await changes.now();
  expect(told).toHaveLength(3);
});

test('what a crash of the database may have taken away, or a day has cleared, counts as anything', async () => {
  await using scene = await openScene();
  const { queries, changes, told } = scene;
  await sql`truncate site_changes restart identity`.execute(queries);
  await change(queries, ONE);
  await changes.now();
  expect(told.at(-1)).toBe('any');
  await change(queries, ONE);
  await changes.now();
  expect(told.at(-1)).toEqual([ONE]);
});

test('after an act of this process no earlier look is believed, not even one that is under way', async () => {
  await using scene = await openScene();
  const { queries, changes, told } = scene;
  changes.lookAgain();
  expect(changes.recent()).toBeNull();
  const look = changes.now();
  changes.lookAgain();
  await look;
  expect(changes.recent()).toBeNull();
  await change(queries, ONE);
  await changes.current();
  expect(told.at(-1)).toEqual([ONE]);
});

test('what is kept is read again after a change and after a reading that failed, and not otherwise', async () => {
  await using scene = await openScene();
  const { queries, changes } = scene;
  const answers = [() => Promise.reject(new Error('no answer')), () => Promise.resolve(1), () => Promise.resolve(2)];
  const kept = keepUntilChange(changes, async () => answers.shift()!());
  await expect(kept()).rejects.toThrow('no answer');
  expect([await kept(), await kept()]).toEqual([1, 1]);
  await change(queries, null);
  changes.lookAgain();
  expect(await kept()).toBe(2);
});
