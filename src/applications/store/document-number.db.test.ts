import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { LetterId } from '../rules/ids.ts';
import { documentNumberText, NUMBER_SERIES, openDocumentNumber } from '../rules/letters/document-number.ts';
import type { Acting } from '../testing/acting.ts';
import { lodge, OFFICE, openActing, SCHOOLS } from '../testing/acting.ts';
import { continueSeries, takeDocumentNumber } from './document-number.store.ts';
import { insertLetter } from './letter.store.ts';

async function letterIn(acting: Acting): Promise<LetterId> {
  const id = randomUUIDv7() as LetterId;
  const { id: application } = await lodge(acting);
  await insertLetter(acting.deps.queries, { id, application, kind: 'granted', at: acting.deps.now() });
  return id;
}

test('numbers follow one another in each agency, series and year, each from 1', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  const take = async (...[agency, series, year]: [typeof OFFICE, 'reply' | 'procedure', number]) =>
    takeDocumentNumber(queries, agency, series, year, await letterIn(acting));
  expect([
    await take(OFFICE, 'reply', 2026),
    await take(OFFICE, 'reply', 2026),
    await take(OFFICE, 'procedure', 2026),
    await take(SCHOOLS, 'reply', 2026),
    await take(OFFICE, 'reply', 2027),
    await take(OFFICE, 'reply', 2026),
  ]).toEqual([1, 2, 1, 1, 1, 3]);
});

test('twenty who sign at once, some of whom are undone, leave neither a gap nor a number given twice', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  const letters = await Array.fromAsync({ length: 20 }, () => letterIn(acting));
  const outcomes = await Promise.allSettled(
    letters.map((letter, index) =>
      queries.transaction().execute(async transaction => {
        const number = await takeDocumentNumber(transaction, OFFICE, 'reply', 2026, letter);
        if (index % 3 === 0) throw new Error('undone');
        return number;
      }),
    ),
  );
  const taken = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  const { rows } = await sql<{ number: number }>`select number from document_numbers order by number`.execute(queries);
  expect(rows.map(({ number }) => number)).toEqual(taken.toSorted((a, b) => a - b));
});

test('a letter has one number, and a number that is given stays', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  const letter = await letterIn(acting);
  await takeDocumentNumber(queries, OFFICE, 'reply', 2026, letter);
  await expect(takeDocumentNumber(queries, OFFICE, 'procedure', 2026, letter)).rejects.toThrow(
    'document_numbers_letter',
  );
  await expect(sql`delete from document_numbers`.execute(queries)).rejects.toThrow('only ever added to');
});

test('a series goes on behind the numbers given before, as long as none has been taken here', async () => {
  await using acting = await openActing('2026-11-05');
  const { queries } = acting.deps;
  expect(await continueSeries(queries, OFFICE, 'reply', 2026, 40)).toBe(true);
  expect(await continueSeries(queries, OFFICE, 'reply', 2026, 41)).toBe(true);
  expect(await takeDocumentNumber(queries, OFFICE, 'reply', 2026, await letterIn(acting))).toBe(42);
  expect(await continueSeries(queries, OFFICE, 'reply', 2026, 50)).toBe(false);
  expect(await takeDocumentNumber(queries, OFFICE, 'reply', 2026, await letterIn(acting))).toBe(43);
});

test('the database knows exactly the series that the rules know', async () => {
  await using acting = await openActing('2026-11-05');
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'document_number_series_series_check'
  `.execute(acting.deps.queries);
  expect([...rows[0]!.definition.matchAll(/'([a-z-]+)'/g)].map(match => match[1])).toEqual(NUMBER_SERIES);
});

test('the number is written with the year in 六角括号 and without 第 or noughts', () => {
  expect(documentNumberText('晴政办', 'reply', 2026, 7)).toBe('晴政办依复〔2026〕7号');
  expect(openDocumentNumber('晴政办', 'procedure', 2026)).toBe('晴政办依告〔2026〕　号');
});
