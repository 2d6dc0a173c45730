import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';

/** What was taken down and is not proved to be gone, the longest unproven first. */
export async function listUnprovenTakeDowns(queries: Queries, limit: number): Promise<readonly ItemId[]> {
  const rows = await queries
    .selectFrom('items')
    .select('id')
    .where('take_down_open', '=', true)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id as ItemId);
}
