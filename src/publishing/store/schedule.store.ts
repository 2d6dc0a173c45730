import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';

/** The items scheduled for a time that has come, the earliest first. */
export async function listDueItems(queries: Queries, now: Temporal.Instant): Promise<readonly ItemId[]> {
  const rows = await queries
    .selectFrom('items')
    .select('id')
    .where('stage', '=', 'scheduled')
    .where('publish_at', '<=', now.toString())
    .orderBy('publish_at')
    .orderBy('number')
    .execute();
  return rows.map(({ id }) => id as ItemId);
}
