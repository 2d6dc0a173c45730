import type { Queries } from '../../platform/database/pool.ts';
import type { Column } from '../rules/column.ts';
import type { ColumnCode } from '../rules/ids.ts';

/** Writes columns as they are now; a code that is known already names the same column. Parents come before their children. */
export async function saveColumns(queries: Queries, columns: readonly Column[]): Promise<void> {
  if (columns.length === 0) return;
  await queries
    .insertInto('publication_columns')
    .values(
      columns.map(column => ({
        code: column.code,
        agency: column.agency,
        parent: column.parent,
        name: column.name,
        description: column.description,
        keywords: [...column.keywords],
        type: column.type,
        update_class: column.updateClass,
        law_item: column.lawItem,
        block: column.block,
        position: column.position,
      })),
    )
    .onConflict(conflict =>
      conflict.column('code').doUpdateSet(set => ({
        parent: set.ref('excluded.parent'),
        name: set.ref('excluded.name'),
        description: set.ref('excluded.description'),
        keywords: set.ref('excluded.keywords'),
        type: set.ref('excluded.type'),
        update_class: set.ref('excluded.update_class'),
        law_item: set.ref('excluded.law_item'),
        block: set.ref('excluded.block'),
        position: set.ref('excluded.position'),
      })),
    )
    .execute();
}

/** Takes a column off the platform. Its code stays taken, because addresses begin with it. */
export async function closeColumn(queries: Queries, code: ColumnCode, at: Temporal.Instant): Promise<void> {
  await queries.updateTable('publication_columns').set({ closed_at: at.toString() }).where('code', '=', code).execute();
}
