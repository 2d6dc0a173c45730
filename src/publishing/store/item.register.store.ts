import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Relation } from '../rules/content.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { Genre, ItemKind } from '../rules/item-kind.ts';
import type { Attachment, ItemEdition } from '../rules/item-file.ts';
import { foldPublication } from '../rules/fold.ts';
import type { Publication } from '../rules/fold.ts';
import type { NormativeCounts, Validity } from '../rules/validity.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';
import { listEntries } from './item-log.store.ts';
import { findEdition, listAttachments } from './item.store.ts';

export type { ItemLine } from './item-line.ts';

type Day = Temporal.PlainDate;
type Items = ExpressionBuilder<Schema, 'items'>;

/** Which published items a list shows; what is left out does not narrow it. Columns are those named, without those below. */
export type PublishedFilter = {
  readonly agency?: AgencyCode;
  readonly columns?: readonly ColumnCode[];
  readonly kinds?: readonly ItemKind[];
  readonly genre?: Genre;
  readonly theme?: string;
  /** Year of publication. */
  readonly year?: number;
  readonly from?: Day;
  readonly to?: Day;
  /** 规范性文件 alone, in this state on the day. */
  readonly validity?: { readonly is: Validity; readonly on: Day };
  readonly normative?: boolean;
};

export type Page = { readonly limit: number; readonly offset: number };

/** As `validityOn` reads the days, in SQL; a test compares the two. */
function validityIs(eb: Items, is: Validity, on: Day): Expression<SqlBool> {
  const day = on.toString();
  const state = sql<string>`case
    when ended_on <= ${day}::date then ended_how
    when expires_on < ${day}::date then 'lapsed'
    when effective_on > ${day}::date then 'not-yet-in-force'
    when amended_on <= ${day}::date then 'amended'
    else 'in-force' end`;
  return eb.and([eb('effective_on', 'is not', null), eb(state, '=', is)]);
}

function conditionsOf(eb: Items, filter: PublishedFilter): Expression<SqlBool> {
  const { agency, columns, kinds, genre, theme, year, from, to, validity, normative } = filter;
  return eb.and([
    ...(agency === undefined ? [] : [eb('agency', '=', agency)]),
    ...(columns === undefined ? [] : [eb('column_code', '=', sql<string>`any(${[...columns]}::text[])`)]),
    ...(kinds === undefined ? [] : [eb('kind', '=', sql<string>`any(${[...kinds]}::text[])`)]),
    ...(genre === undefined ? [] : [eb('genre', '=', genre)]),
    ...(theme === undefined
      ? []
      : [eb.or([eb('theme', '=', theme), sql<SqlBool>`starts_with(theme, ${`${theme}\\`})`])]),
    ...(year === undefined ? [] : [eb.between('published_on', `${year}-01-01`, `${year}-12-31`)]),
    ...(from === undefined ? [] : [eb('published_on', '>=', from.toString())]),
    ...(to === undefined ? [] : [eb('published_on', '<=', to.toString())]),
    ...(validity === undefined ? [] : [validityIs(eb, validity.is, validity.on)]),
    ...(normative === undefined ? [] : [eb('effective_on', normative ? 'is not' : 'is', null)]),
  ]);
}

/** What readers can see, the newest first; `total` counts all of them, not only those of the page. */
export async function listPublished(
  queries: Queries,
  filter: PublishedFilter,
  { limit, offset }: Page,
): Promise<{ readonly items: readonly ItemLine[]; readonly total: number }> {
  const visible = queries
    .selectFrom('items')
    .where('visibility', '=', 'public')
    .where(eb => conditionsOf(eb, filter));
  const { total } = await visible.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await visible
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(itemLineOf), total };
}

/** An item as its page shows it. */
export type PublishedItem = {
  readonly line: ItemLine;
  readonly publication: Publication;
  /** The public edition: of a withdrawn or removed item the one that was public. */
  readonly edition: ItemEdition;
  /** The attachments that the edition names, in its order. */
  readonly attachments: readonly (Attachment & { readonly title: string })[];
};

async function publishedItemOf(queries: Queries, line: ItemLine): Promise<PublishedItem> {
  const edition = await findEdition(queries, line.id, line.publicEdition!);
  if (edition === undefined) throw new Error(`The public edition of item ${line.id} is missing`);
  const kept = new Map((await listAttachments(queries, line.id)).map(one => [one.id, one]));
  return {
    line,
    publication: foldPublication(await listEntries(queries, line.id)),
    edition,
    attachments: edition.content.attachments.flatMap(({ id, title }) => {
      const attachment = kept.get(id);
      return attachment === undefined ? [] : [{ ...attachment, title }];
    }),
  };
}

/**
 * The item of an address, by the number in it; undefined for one that was never published. Withdrawn and removed ones are given
 * too: their pages say so.
 */
export async function findPublishedByNumber(queries: Queries, number: number): Promise<PublishedItem | undefined> {
  const row = await queries
    .selectFrom('items')
    .selectAll()
    .where(sql<SqlBool>`number = ${number}::bigint`)
    .where('public_edition', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? undefined : publishedItemOf(queries, itemLineOf(row));
}

/** The same by the item's id. */
export async function findPublished(queries: Queries, id: ItemId): Promise<PublishedItem | undefined> {
  const row = await queries
    .selectFrom('items')
    .selectAll()
    .where('id', '=', id)
    .where('public_edition', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? undefined : publishedItemOf(queries, itemLineOf(row));
}

/** What is beside an item in the list of its column: published next, and published before it. */
export type Neighbours = { readonly newer: ItemLine | undefined; readonly older: ItemLine | undefined };

/** The public neighbours of an item in its column; none for one that is not public. */
export async function neighboursOf(queries: Queries, line: ItemLine): Promise<Neighbours> {
  if (line.publishedAt === null) return { newer: undefined, older: undefined };
  const at = line.publishedAt.toString();
  const beside = (side: '>' | '<') => {
    const order = side === '>' ? 'asc' : 'desc';
    return queries
      .selectFrom('items')
      .selectAll()
      .where('agency', '=', line.agency)
      .where('column_code', '=', line.column)
      .where('visibility', '=', 'public')
      .where(sql<SqlBool>`(published_at, number) ${sql.raw(side)} (${at}::timestamptz, ${line.number}::bigint)`)
      .orderBy('published_at', order)
      .orderBy('number', order)
      .limit(1)
      .executeTakeFirst();
  };
  const [newer, older] = [await beside('>'), await beside('<')];
  return {
    newer: newer === undefined ? undefined : itemLineOf(newer),
    older: older === undefined ? undefined : itemLineOf(older),
  };
}

/** Another public item that concerns this one; `from` is `this` where this item names the other. */
export type RelatedItem = {
  readonly relation: Relation;
  readonly from: 'this' | 'other';
  readonly item: ItemLine;
};

/** Public items related to an item by its own public edition or by theirs, the newest first. */
export async function listRelated(queries: Queries, id: ItemId): Promise<readonly RelatedItem[]> {
  const named = await queries
    .selectFrom('item_relations as r')
    .innerJoin('items as own', join =>
      join.onRef('own.id', '=', 'r.item').onRef('own.public_edition', '=', 'r.edition'),
    )
    .innerJoin('items', 'items.id', 'r.target')
    .selectAll('items')
    .select('r.relation')
    .where('r.item', '=', id)
    .where('items.visibility', '=', 'public')
    .orderBy('items.published_at', 'desc')
    .execute();
  const naming = await queries
    .selectFrom('item_relations as r')
    .innerJoin('items', join => join.onRef('items.id', '=', 'r.item').onRef('items.public_edition', '=', 'r.edition'))
    .selectAll('items')
    .select('r.relation')
    .where('r.target', '=', id)
    .where('items.visibility', '=', 'public')
    .orderBy('items.published_at', 'desc')
    .execute();
  return [
    ...named.map(row => ({ relation: row.relation as Relation, from: 'this' as const, item: itemLineOf(row) })),
    ...naming.map(row => ({ relation: row.relation as Relation, from: 'other' as const, item: itemLineOf(row) })),
  ];
}

/** Which publications a count is about. */
export type PublishedCount = {
  readonly year: number;
  readonly agency?: AgencyCode;
  readonly columns?: readonly ColumnCode[];
};

/**
 * 共发布信息多少条: items first published in the year. A correction is no second publication, and what was taken down later was
 * published all the same: the figure of a past year never changes.
 */
export async function countPublished(queries: Queries, { year, agency, columns }: PublishedCount): Promise<number> {
  const { count } = await queries
    .selectFrom('items')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => conditionsOf(eb, { year, ...(agency && { agency }), ...(columns && { columns }) }))
    .executeTakeFirstOrThrow();
  return count;
}

/** What `countPublished` counts, as a list in the order of publication. */
export async function listCounted(
  queries: Queries,
  { year, agency, columns }: PublishedCount,
  { limit, offset }: Page,
): Promise<readonly ItemLine[]> {
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where(eb => conditionsOf(eb, { year, ...(agency && { agency }), ...(columns && { columns }) }))
    .orderBy('published_at')
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(itemLineOf);
}

export type PublishedTally = {
  readonly agency: AgencyCode;
  readonly column: ColumnCode;
  readonly year: number;
  readonly count: number;
};

/** The figures of `countPublished` for every agency, column and year in which something was published. */
export async function tallyPublished(queries: Queries): Promise<readonly PublishedTally[]> {
  const rows = await queries
    .selectFrom('items')
    .select(eb => [
      'agency',
      'column_code',
      sql<number>`extract(year from published_on)::int`.as('year'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('published_on', 'is not', null)
    .groupBy(['agency', 'column_code', sql`extract(year from published_on)`])
    .orderBy('agency')
    .orderBy('column_code')
    .orderBy(sql`extract(year from published_on)`)
    .execute();
  return rows.map(row => ({
    agency: row.agency as AgencyCode,
    column: row.column_code as ColumnCode,
    year: row.year,
    count: row.count,
  }));
}

/**
 * 本年制发、本年废止、现行有效 of an agency's 规范性文件 (table two of the annual report). A document counts by its 成文日期 once it
 * is published here; one whose period had passed before it was repealed ended by lapsing.
 */
export async function countsOfNormativeDocuments(
  queries: Queries,
  agency: AgencyCode,
  year: number,
): Promise<NormativeCounts> {
  const [first, last, before] = [`${year}-01-01`, `${year}-12-31`, `${year - 1}-12-31`];
  const { rows } = await sql<NormativeCounts>`
    with documents as (
      select made_on, least(ended_on, expires_on + 1) as over_on,
             case when ended_on <= coalesce(expires_on + 1, ended_on) then ended_how else 'lapsed' end as over_how
      from items
      where agency = ${agency} and effective_on is not null and made_on is not null and published_on is not null
    )
    select count(*) filter (where made_on between ${first}::date and ${last}::date) as issued,
           count(*) filter (where over_how = 'repealed' and over_on between ${first}::date and ${last}::date) as repealed,
           count(*) filter (where over_how = 'lapsed' and over_on between ${first}::date and ${last}::date) as lapsed,
           count(*) filter (where made_on <= ${last}::date and (over_on is null or over_on > ${last}::date)) as "inForce",
           count(*) filter (where made_on <= ${before}::date and (over_on is null or over_on > ${before}::date))
             as "inForceBefore"
    from documents`.execute(queries);
  return rows[0]!;
}
