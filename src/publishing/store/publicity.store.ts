import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';

/** Public items whose 公示 had its last day before a day and is not ended yet, the earliest first. */
export async function listEndingPublicity(queries: Queries, today: Temporal.PlainDate): Promise<readonly ItemId[]> {
  const rows = await queries
    .selectFrom('items')
    .select('id')
    .where('publicity_open', '=', true)
    .where('publicity_ends_on', '<', today.toString())
    .orderBy('publicity_ends_on')
    .orderBy('number')
    .execute();
  return rows.map(({ id }) => id as ItemId);
}
