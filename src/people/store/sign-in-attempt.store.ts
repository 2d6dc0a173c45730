import type { Queries } from '../../platform/database/pool.ts';
import { countingFailures, delayOf } from '../rules/sign-in-delay.ts';
import type { DelayScope } from '../rules/sign-in-delay.ts';

export type AttemptKey = { readonly scope: DelayScope; readonly key: string };

/**
 * Counts an attempt before it is examined, so that a hundred at once are a hundred; gives 0, or the seconds to wait where
 * one of the keys is delayed: then it is not counted and must not be examined.
 */
export async function countAttempt(
  queries: Queries,
  keys: readonly AttemptKey[],
  now: Temporal.Instant,
): Promise<number> {
  return queries.transaction().execute(async transaction => {
    const empty = { failures: 0, last_at: now.toString() };
    // In one order everywhere, so that two attempts never wait for each other.
    const ordered = [...keys].sort((a, b) => (a.scope + a.key < b.scope + b.key ? -1 : 1));
    await transaction
      .insertInto('sign_in_attempts')
      .values(ordered.map(key => ({ ...key, ...empty })))
      .onConflict(conflict => conflict.columns(['scope', 'key']).doNothing())
      .execute();
    let wait = 0;
    const counts: (AttemptKey & { readonly failures: number })[] = [];
    for (const { scope, key } of ordered) {
      const row = await transaction
        .selectFrom('sign_in_attempts')
        .select(['failures', 'last_at'])
        .where('scope', '=', scope)
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const failures = { count: row.failures, lastAt: Temporal.Instant.from(row.last_at) };
      wait = Math.max(wait, delayOf(scope, failures, now));
      counts.push({ scope, key, failures: countingFailures(failures, now) });
    }
    if (wait > 0) return wait;
    for (const { scope, key, failures } of counts)
      await transaction
        .updateTable('sign_in_attempts')
        .set({ failures: failures + 1, last_at: now.toString() })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute();
    return 0;
  });
}

/** The attempt succeeded: the pair's failures are forgotten, elsewhere it is taken back. */
export async function forgiveAttempt(queries: Queries, keys: readonly AttemptKey[]): Promise<void> {
  for (const { scope, key } of keys) {
    const query = queries.updateTable('sign_in_attempts').where('scope', '=', scope).where('key', '=', key);
    if (scope === 'pair') await query.set({ failures: 0 }).execute();
    else
      await query
        .set(({ eb }) => ({ failures: eb('failures', '-', 1) }))
        .where('failures', '>', 0)
        .execute();
  }
}

/** Removes what has been forgotten anyway, so that invented names do not fill the table. */
export async function dropOldAttempts(queries: Queries, now: Temporal.Instant): Promise<void> {
  await queries
    .deleteFrom('sign_in_attempts')
    .where('last_at', '<', now.subtract({ hours: 24 }).toString())
    .execute();
}
