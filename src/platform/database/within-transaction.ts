import type { Queries } from './pool.ts';

/** Runs in a transaction: the caller's, where there is one, so that what several acts write is one whole. */
export async function withinTransaction<Value>(
  queries: Queries,
  run: (transaction: Queries) => Promise<Value>,
): Promise<Value> {
  return queries.isTransaction ? run(queries) : queries.transaction().execute(run);
}
