import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import type { ReviewStep } from '../rules/publication-log.ts';
import type { Stage } from '../rules/stage.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';
import type { Page } from './item.register.store.ts';

type Items = ExpressionBuilder<Schema, 'items'>;

/** Which items of an agency a list of the office shows; what is left out does not narrow it. */
export type DeskFilter = {
  readonly agency: AgencyCode;
  readonly stages?: readonly Stage[];
  /** Only what this officer has written an edition of. */
  readonly author?: StaffId;
  /** Only what waits for one of these steps. */
  readonly steps?: readonly ReviewStep[];
  readonly kind?: ItemKind;
  readonly column?: ColumnCode;
  /** Words of the title, a 文号 or an 索引号, also a part of one. */
  readonly text?: string;
};

export const DESK_SORTS = ['number', 'due', 'published'] as const;
export type DeskOrder = { readonly by: (typeof DESK_SORTS)[number]; readonly descending: boolean };

function conditionsOf(eb: Items, filter: DeskFilter): Expression<SqlBool> {
  const { agency, stages, author, steps, kind, column, text } = filter;
  return eb.and([
    eb('agency', '=', agency),
    ...(stages === undefined ? [] : [eb('stage', '=', sql<string>`any(${[...stages]}::text[])`)]),
    ...(author === undefined
      ? []
      : [
          eb.exists(
            eb
              .selectFrom('item_editions')
              .select('edition')
              .whereRef('item_editions.item', '=', 'items.id')
              .where('item_editions.author', '=', author),
          ),
        ]),
    ...(steps === undefined ? [] : [eb('next_step', '=', sql<string>`any(${[...steps]}::text[])`)]),
    ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
    ...(column === undefined ? [] : [eb('column_code', '=', column)]),
    ...(text === undefined || text === ''
      ? []
      : [
          sql<SqlBool>`strpos(lower(title || chr(10) || coalesce(document_number, '') || chr(10) || index_number), lower(${text})) > 0`,
        ]),
  ]);
}

/** A page of the items of an agency as its desk shows them, with how many there are in all. */
export async function listDeskItems(
  queries: Queries,
  filter: DeskFilter,
  { by, descending }: DeskOrder,
  { limit, offset }: Page,
): Promise<{ readonly items: readonly ItemLine[]; readonly total: number }> {
  const chosen = queries.selectFrom('items').where(eb => conditionsOf(eb, filter));
  const { total } = await chosen.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const column = { number: 'number', due: 'publish_by', published: 'published_at' } as const;
  const rows = await chosen
    .selectAll()
    .orderBy(column[by], order => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(itemLineOf), total };
}

/** How many items a filter chooses. */
export async function countDeskItems(queries: Queries, filter: DeskFilter): Promise<number> {
  const { count } = await queries
    .selectFrom('items')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => conditionsOf(eb, filter))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * The item that a person means by its 索引号, its 文号 or its address on the portal (with or without the site before it); undefined
 * where none or, by 文号, more than one is meant.
 */
export async function findReferredItem(queries: Queries, text: string): Promise<ItemLine | undefined> {
  const name = text.trim();
  const address = /^https?:\/\/[^/]+(?<path>\/.*)$/.exec(name)?.groups?.['path'] ?? name;
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where(eb => eb.or([eb('index_number', '=', name), eb('document_number', '=', name), eb('address', '=', address)]))
    .limit(2)
    .execute();
  return rows.length === 1 ? itemLineOf(rows[0]!) : undefined;
}

/** What an agency has in public that is not in order: published urgently and not reviewed yet, or taken down without proof. */
export type OpenMatters = { readonly emergencies: readonly ItemLine[]; readonly takeDowns: readonly ItemLine[] };

/** Everything of the kind, the oldest first. */
export async function listOpenMatters(queries: Queries, agency: AgencyCode): Promise<OpenMatters> {
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where('agency', '=', agency)
    .where(eb => eb.or([eb('emergency_open', '=', true), eb('take_down_open', '=', true)]))
    .orderBy('number')
    .execute();
  const lines = rows.map(itemLineOf);
  return {
    emergencies: lines.filter(({ emergencyOpen }) => emergencyOpen),
    takeDowns: lines.filter(({ takeDownOpen }) => takeDownOpen),
  };
}

/** The 索引号 of items: what each is called where somebody types it in. */
export async function listReferences(queries: Queries, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('items')
    .select(['id', 'index_number'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(row => [row.id as ItemId, row.index_number]));
}

/** Items by their ids, for lists of what an item refers to. */
export async function listItemLines(queries: Queries, ids: readonly ItemId[]): Promise<readonly ItemLine[]> {
  if (ids.length === 0) return [];
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(itemLineOf);
}
