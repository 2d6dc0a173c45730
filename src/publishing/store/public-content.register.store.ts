import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { CONTENT } from '../rules/content.ts';
import type { Content, Relation } from '../rules/content.ts';
import type { AttachmentId, ItemId } from '../rules/ids.ts';
import type { Attachment } from '../rules/item-file.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';

/** A public item with its public edition, and the files that this names as they were uploaded. */
export type WholeItem = {
  readonly line: ItemLine;
  readonly content: Content;
  readonly attachments: readonly (Attachment & { readonly title: string })[];
  readonly relations: readonly { readonly relation: Relation; readonly number: number; readonly address: string }[];
};

async function contentsOf(queries: Queries, ids: readonly ItemId[]): Promise<ReadonlyMap<string, Content>> {
  const { rows } = await sql<{ item: string; content: unknown }>`
    select e.item, e.content from item_editions e join items i on i.id = e.item and i.public_edition = e.edition
    where i.id = any(${[...ids]}::uuid[])`.execute(queries);
  return new Map(rows.map(({ item, content }) => [item, CONTENT.parse(content)]));
}

async function attachmentsOf(queries: Queries, ids: readonly ItemId[]): Promise<ReadonlyMap<string, Attachment>> {
  const rows = await queries
    .selectFrom('item_attachments')
    .select(['id', 'file', 'name', 'media_type', 'bytes', 'sha256'])
    .where(sql<SqlBool>`item = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ media_type, ...row }) => [row.id, { ...row, id: row.id as AttachmentId, mediaType: media_type }]),
  );
}

async function relationsOf(queries: Queries, ids: readonly ItemId[]) {
  const rows = await queries
    .selectFrom('item_relations as r')
    .innerJoin('items as own', join =>
      join.onRef('own.id', '=', 'r.item').onRef('own.public_edition', '=', 'r.edition'),
    )
    .innerJoin('items as other', 'other.id', 'r.target')
    .select(['r.item', 'r.relation', 'other.number', 'other.address'])
    .where(sql<SqlBool>`r.item = any(${[...ids]}::uuid[])`)
    .where('other.visibility', '=', 'public')
    .orderBy('other.number')
    .execute();
  return Map.groupBy(rows, ({ item }) => item);
}

/** Public items as wholes, in the order of the lines; those that are public no more are left out. */
export async function listWholeItems(queries: Queries, lines: readonly ItemLine[]): Promise<readonly WholeItem[]> {
  const ids = lines.map(({ id }) => id);
  const [contents, kept, relations] = [
    await contentsOf(queries, ids),
    await attachmentsOf(queries, ids),
    await relationsOf(queries, ids),
  ];
  return lines.flatMap(line => {
    const content = contents.get(line.id);
    if (content === undefined || line.visibility !== 'public') return [];
    return [
      {
        line,
        content,
        attachments: content.attachments.flatMap(({ id, title }) => {
          const attachment = kept.get(id);
          return attachment === undefined ? [] : [{ ...attachment, title }];
        }),
        relations: (relations.get(line.id) ?? []).map(({ relation, number, address }) => ({
          relation: relation as Relation,
          number,
          address: address!,
        })),
      },
    ];
  });
}

/** Public items first published in a year, by number, from behind one: a part of a list that may be long. */
export async function listPublicOfYear(
  queries: Queries,
  year: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ItemLine[]> {
  const rows = await queries
    .selectFrom('items')
    .selectAll()
    .where('visibility', '=', 'public')
    .where(eb => eb.between('published_on', `${year}-01-01`, `${year}-12-31`))
    .where(sql<SqlBool>`number > ${after}::bigint`)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(itemLineOf);
}

/** How many public items each year has, the newest year first. */
export async function countPublicByYear(
  queries: Queries,
): Promise<readonly { readonly year: number; readonly count: number }[]> {
  return queries
    .selectFrom('items')
    .select(eb => [sql<number>`extract(year from published_on)::int`.as('year'), eb.fn.countAll<number>().as('count')])
    .where('visibility', '=', 'public')
    .groupBy(sql`extract(year from published_on)`)
    .orderBy('year', 'desc')
    .execute();
}
