import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing/test-database.ts';
import { checkSealingKeys } from './known-keys.ts';
import { SealingRefusal } from './refusal.ts';
import { createSealing } from './sealing.ts';

const keyOf = (fill: number) => new Uint8Array(32).fill(fill);
const [A, B, C] = [keyOf(1), keyOf(2), keyOf(3)];

test('a start without a key that has sealed here is refused with what to do', async () => {
  await using database = await openTestDatabase();
  await checkSealingKeys(database.queries, createSealing([A]));
  await checkSealingKeys(database.queries, createSealing([A]));
  await expect(checkSealingKeys(database.queries, createSealing([B]))).rejects.toThrow(SealingRefusal);
  await expect(checkSealingKeys(database.queries, createSealing([B]))).rejects.toThrow(/把原来的密钥/);
});

test('a new key in front is taken in, and from then on both are needed, in their order', async () => {
  await using database = await openTestDatabase();
  await checkSealingKeys(database.queries, createSealing([A]));
  await expect(checkSealingKeys(database.queries, createSealing([A, C]))).rejects.toThrow(/要排在最后/);
  await checkSealingKeys(database.queries, createSealing([B, A]));
  await checkSealingKeys(database.queries, createSealing([C, B, A]));
  await expect(checkSealingKeys(database.queries, createSealing([B, A]))).rejects.toThrow(SealingRefusal);
});

test('two programs that start with different keys do not both begin', async () => {
  await using database = await openTestDatabase();
  const starts = await Promise.allSettled([A, B].map(key => checkSealingKeys(database.queries, createSealing([key]))));
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
