import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import type { ColumnType } from '../../law/disclosure-items.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemRow } from '../../platform/database/schema.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

/** What a whole site published in a year, by type of column, with what the yearly return of a site asks for besides. */
export type SiteCount = {
  readonly total: number;
  /** Items by the type of their column. */
  readonly byType: Readonly<Partial<Record<ColumnType, number>>>;
  /** Items in the 政府信息公开目录: those of columns that serve an item of Art. 20. */
  readonly catalogue: number;
  /** 专题专栏 that hold something at the end of the year, and those that got their first item in it. */
  readonly special: { readonly maintained: number; readonly opened: number };
  /** 解读材料 in words, 解读产品 in pictures, sound or film; an interpretation with both is a product. */
  readonly interpretations: { readonly material: number; readonly product: number };
  readonly callResults: number;
  /** Items of columns of 征集调查 that are no results: the calls themselves. */
  readonly calls: number;
};

type Row = {
  readonly total: number;
  readonly catalogue: number;
  readonly call_results: number;
  readonly calls: number;
  readonly product: number;
  readonly interpretations: number;
};

const publishedIn = (year: number): RawBuilder<unknown> =>
  sql`i.published_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`;
const IS_PRODUCT = sql`e.content -> 'details' -> 'forms' ?| array['diagram', 'animation', 'audio', 'video']`;
const IN_CATALOGUE = sql`c.law_item is not null`;

/** Counts a year of all agencies' items together: first publications, as everywhere. */
export async function countSite(queries: Queries, year: number): Promise<SiteCount> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const inYear = publishedIn(year);
  const { rows: types } = await sql<{ type: ColumnType; count: number }>`
    select c.type, count(*) as count from items i join publication_columns c on c.code = i.column_code
    where ${inYear} group by c.type order by c.type`.execute(queries);
  const { rows } = await sql<Row>`
    select count(*) as total, count(*) filter (where ${IN_CATALOGUE}) as catalogue,
           count(*) filter (where i.kind = 'call-result') as call_results,
           count(*) filter (where c.type = '征集调查' and i.kind <> 'call-result') as calls,
           count(*) filter (where i.kind = 'interpretation') as interpretations,
           count(*) filter (where i.kind = 'interpretation'
             and ${IS_PRODUCT}) as product
    from items i join publication_columns c on c.code = i.column_code
    join item_editions e on e.item = i.id and e.edition = i.public_edition
    where ${inYear}`.execute(queries);
  const { rows: special } = await sql<{ maintained: number; opened: number }>`
    select count(*) filter (where begun <= ${last}::date) as maintained,
           count(*) filter (where begun between ${first}::date and ${last}::date) as opened
    from (
      select min(i.published_on) as begun from publication_columns c join items i on i.column_code = c.code
      where c.type = '专题专栏' and i.published_on is not null
        and (c.closed_at is null or c.closed_at >= ${`${year + 1}-01-01`}::date)
      group by c.code
    ) columns`.execute(queries);
  const { total, catalogue, call_results: callResults, calls, interpretations, product } = rows[0]!;
  return {
    total,
    byType: Object.fromEntries(types.map(({ type, count }) => [type, count])),
    catalogue,
    special: special[0]!,
    interpretations: { material: interpretations - product, product },
    callResults,
    calls,
  };
}

/** Which items of a site's year: those of columns of these types, those of the catalogue, interpretations, results of calls. */
export type SiteItems =
  | { readonly kind: 'all' | 'catalogue' | 'material' | 'product' | 'call-results' }
  | { readonly kind: 'types'; readonly types: readonly ColumnType[]; readonly withoutResults?: true };

function conditionOf(which: SiteItems): RawBuilder<unknown> {
  switch (which.kind) {
    case 'all':
      return sql`true`;
    case 'catalogue':
      return IN_CATALOGUE;
    case 'material':
      return sql`i.kind = 'interpretation' and not (${IS_PRODUCT})`;
    case 'product':
      return sql`i.kind = 'interpretation' and ${IS_PRODUCT}`;
    case 'call-results':
      return sql`i.kind = 'call-result'`;
    case 'types':
      return sql`c.type = any(${[...which.types]}::text[]) and ${which.withoutResults === true ? sql`i.kind <> 'call-result'` : sql`true`}`;
  }
}

/** The items behind a figure of a site's year in the order of publication, and how many there are in all. */
export async function listSiteItems(
  queries: Queries,
  year: number,
  which: SiteItems,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly ItemLine[]; readonly total: number }> {
  const from = sql`from items i join publication_columns c on c.code = i.column_code
    join item_editions e on e.item = i.id and e.edition = i.public_edition
    where ${publishedIn(year)} and ${conditionOf(which)}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(queries);
  const { rows } = await sql<Selectable<ItemRow>>`
    select i.* ${from} order by i.published_at, i.number limit ${limit} offset ${offset}`.execute(queries);
  return { items: rows.map(itemLineOf), total: counted[0]!.total };
}
