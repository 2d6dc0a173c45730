import type { Queries } from '../../platform/database/pool.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';

/** How many of these items there are. */
export async function countItems(queries: Queries, ids: readonly ItemId[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await queries
    .selectFrom('items')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', [...ids])
    .executeTakeFirstOrThrow();
  return count;
}

/** How many items stand in a column, drafts included. */
export async function countItemsIn(queries: Queries, column: ColumnCode): Promise<number> {
  const { count } = await queries
    .selectFrom('items')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('column_code', '=', column)
    .executeTakeFirstOrThrow();
  return count;
}
