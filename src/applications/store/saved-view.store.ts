import { randomUUIDv7 } from 'node:crypto';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';

/** 常用视图: filters of the desk under a name of the officer's own; `query` is what stands behind the question mark. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string };

/** The views of an officer by name. */
export async function listSavedViews(queries: Queries, officer: StaffId): Promise<readonly SavedView[]> {
  return queries
    .selectFrom('saved_views')
    .select(['id', 'name', 'query'])
    .where('officer', '=', officer)
    .orderBy('name')
    .execute();
}

/** Keeps a view; one of the same name is replaced. */
export async function saveView(queries: Queries, officer: StaffId, view: Omit<SavedView, 'id'>): Promise<void> {
  await queries
    .insertInto('saved_views')
    .values({ id: randomUUIDv7(), officer, ...view })
    .onConflict(conflict => conflict.columns(['officer', 'name']).doUpdateSet({ query: view.query }))
    .execute();
}

/** Forgets a view of the officer's; another officer's stays. */
export async function removeView(queries: Queries, officer: StaffId, id: string): Promise<void> {
  await queries.deleteFrom('saved_views').where('officer', '=', officer).where('id', '=', id).execute();
}
