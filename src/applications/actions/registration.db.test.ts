import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { addressOf } from '../../platform/database/testing/address.ts';
import { openActing } from '../testing/acting.ts';
import { runRegistrationRound } from '../testing/registration-round.ts';
import type { RegistrationRound } from '../testing/registration-round.ts';

async function round(count: number, killAfter: number | null): Promise<RegistrationRound> {
  await using acting = await openActing('2026-03-02');
  const { queries } = acting.deps;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(queries);
  const address = addressOf(inject('testServer').address, rows[0]!.name);
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-register-'));
  try {
    return await runRegistrationRound(queries, address, folder, count, killAfter);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('two programs register at once: no number twice, none missing, and every entry in the journal', async () => {
  const { acknowledged, registered, journalEntries } = await round(150, null);
  expect(registered).toEqual(upTo(300));
  expect(acknowledged.toSorted((one, other) => one - other)).toEqual(upTo(300));
  expect(journalEntries).toBeGreaterThanOrEqual(300);
}, 120_000);

test('a program that is killed in the middle loses nothing that it was told, and leaves no gap', async () => {
  const { acknowledged, registered } = await round(150, 40);
  const kept = new Set(registered);
  expect(acknowledged.filter(number => !kept.has(number))).toEqual([]);
  expect(registered).toEqual(upTo(registered.length));
  expect(registered.length).toBeLessThan(300);
}, 120_000);
