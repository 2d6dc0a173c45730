import type { Queries } from './pool.ts';

/** What was noted about this installation under a key, such as `sample-district`. */
export async function findInstallationFact(queries: Queries, key: string): Promise<string | undefined> {
  const row = await queries.selectFrom('installation_facts').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

/** Notes a fact in place of what stood under its key (lower-case letters, digits, hyphens). */
export async function noteInstallationFact(queries: Queries, key: string, value: string): Promise<void> {
  await queries
    .insertInto('installation_facts')
    .values({ key, value })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(update => ({ value, noted_at: update.fn<string>('now') })),
    )
    .execute();
}
