import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';

/** Where an address of an older site leads now. */
export type NewPlace =
  | { readonly kind: 'item'; readonly address: string }
  | { readonly kind: 'attachment'; readonly id: string; readonly name: string };

/**
 * Where an address of an older site (path and query) leads; undefined where it leads nowhere, or to what is not public yet. Of what was taken
 * down the page says so itself.
 */
export async function findNewPlace(queries: Queries, path: string): Promise<NewPlace | undefined> {
  const { rows } = await sql<{ address: string; attachment: string | null; name: string | null }>`
    select i.address, o.attachment, a.name
    from old_addresses o join items i on i.id = o.item and i.public_edition is not null
    left join item_attachments a on a.id = o.attachment
    where o.path = ${path}`.execute(queries);
  const [row] = rows;
  if (row === undefined) return undefined;
  return row.attachment === null
    ? { kind: 'item', address: row.address }
    : { kind: 'attachment', id: row.attachment, name: row.name! };
}
