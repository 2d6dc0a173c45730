import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';

/** Into so many parts everything public is divided, one for each day that every month has. */
export const PARTS = 28;

/** Public items without a revision under way, of the parts named (0 to 27), in their order. */
export async function listItemsToRescan(queries: Queries, parts: readonly number[]): Promise<readonly ItemId[]> {
  const rows = await queries
    .selectFrom('items')
    .select('id')
    .where('stage', '=', 'public')
    .where(sql<SqlBool>`number % ${PARTS} = any(${[...parts]}::bigint[])`)
    .orderBy('number')
    .execute();
  return rows.map(({ id }) => id as ItemId);
}
