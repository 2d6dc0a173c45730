import type { ColumnType, DisclosureItemId, PlatformBlock, UpdateClass } from '../../law/disclosure-items.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { PublicationColumnRow } from '../../platform/database/schema.ts';
import type { Column } from '../rules/column.ts';
import type { ColumnCode } from '../rules/ids.ts';

function columnOf(row: PublicationColumnRow): Column {
  return {
    code: row.code as ColumnCode,
    agency: row.agency as AgencyCode,
    parent: row.parent as ColumnCode | null,
    name: row.name,
    description: row.description,
    keywords: row.keywords,
    type: row.type as ColumnType,
    updateClass: row.update_class as UpdateClass,
    lawItem: row.law_item as DisclosureItemId | null,
    block: row.block as PlatformBlock | null,
    position: row.position,
  };
}

/** The open columns of an agency, or of all where none is named, in the order in which siblings stand. */
export async function listColumns(queries: Queries, agency?: AgencyCode): Promise<readonly Column[]> {
  let query = queries.selectFrom('publication_columns').selectAll().where('closed_at', 'is', null);
  if (agency !== undefined) query = query.where('agency', '=', agency);
  return (await query.orderBy('agency').orderBy('position').orderBy('code').execute()).map(columnOf);
}

/** A column by its code, closed ones included; undefined where there is none. */
export async function findColumn(queries: Queries, code: ColumnCode): Promise<Column | undefined> {
  const row = await queries.selectFrom('publication_columns').selectAll().where('code', '=', code).executeTakeFirst();
  return row === undefined ? undefined : columnOf(row);
}
