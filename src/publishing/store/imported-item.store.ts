import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { AttachmentId, ItemId } from '../rules/ids.ts';
import type { ItemKind } from '../rules/item-kind.ts';

/** The keys under which lines have come in before, with the 索引号 of what they became. */
export async function listKnownKeys(
  queries: Queries,
  agency: AgencyCode,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { readonly item: ItemId; readonly indexNumber: string }>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; item: string; index_number: string }>`
    select k.key, k.item, i.index_number from imported_items k join items i on i.id = k.item
    where k.agency = ${agency} and k.key = any(${[...keys]}::text[])`.execute(queries);
  return new Map(rows.map(row => [row.key, { item: row.item as ItemId, indexNumber: row.index_number }]));
}

/** Notes under which keys items came in. Throws where one is taken: then another import has brought the same line at the same moment. */
export async function insertKnownKeys(
  transaction: Queries,
  agency: AgencyCode,
  keys: readonly { readonly key: string; readonly item: ItemId }[],
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    insert into imported_items (agency, key, item)
    select ${agency}, key, item from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (key text, item uuid)`.execute(
    transaction,
  );
}

export type OldAddress = { readonly path: string; readonly item: ItemId; readonly attachment: AttachmentId | null };

/** Lets old addresses lead to items; gives those that led somewhere else already, and still do. */
export async function insertOldAddresses(
  transaction: Queries,
  addresses: readonly OldAddress[],
): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set();
  const { rows } = await sql<{ path: string }>`
    insert into old_addresses (path, item, attachment)
    select path, item, attachment
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as a (path text, item uuid, attachment uuid)
    on conflict (path) do nothing returning path`.execute(transaction);
  const written = new Set(rows.map(({ path }) => path));
  return new Set(addresses.map(({ path }) => path).filter(path => !written.has(path)));
}

/** The 文号 among these that items of the agency bear already, with their kinds, as `kind 文号`. */
export async function listTakenNumbers(
  queries: Queries,
  agency: AgencyCode,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await sql<{ kind: ItemKind; document_number: string }>`
    select distinct kind, document_number from items
    where agency = ${agency} and document_number = any(${[...numbers]}::text[])`.execute(queries);
  return new Set(rows.map(row => `${row.kind} ${row.document_number}`));
}

/** The 索引号 among these that items bear already. */
export async function listTakenIndexNumbers(
  queries: Queries,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await sql<{ index_number: string }>`
    select index_number from items where index_number = any(${[...numbers]}::text[])`.execute(queries);
  return new Set(rows.map(row => row.index_number));
}

/** The items that texts name by 索引号, 文号 or old address, where each names one alone. */
export async function listNamedItems(queries: Queries, texts: readonly string[]): Promise<ReadonlyMap<string, ItemId>> {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ name: string; item: string }>`
    select name, min(item::text) as item from (
      select index_number as name, id as item from items where index_number = any(${[...texts]}::text[])
      union select document_number, id from items where document_number = any(${[...texts]}::text[])
      union select path, item from old_addresses where path = any(${[...texts]}::text[]) and attachment is null
    ) named group by name having count(distinct item) = 1`.execute(queries);
  return new Map(rows.map(row => [row.name, row.item as ItemId]));
}
