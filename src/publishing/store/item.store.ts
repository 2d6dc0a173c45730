import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemRow } from '../../platform/database/schema.ts';
import { bodyText } from '../rules/body.ts';
import { CONTENT, contentJson } from '../rules/content.ts';
import type { Content } from '../rules/content.ts';
import { foldPublication } from '../rules/fold.ts';
import type { AttachmentId, ItemId } from '../rules/ids.ts';
import type { Attachment, ItemEdition, ItemFile, ItemRegistration } from '../rules/item-file.ts';
import type { ItemKind } from '../rules/item-kind.ts';
import type { Projection } from '../rules/projection.ts';
import type { Entry } from '../rules/publication-log.ts';
import { entryRows, listEntries, projectionColumns } from './item-log.store.ts';

type EditionRow = {
  readonly edition: number;
  readonly content: unknown;
  readonly author: string | null;
  readonly saved_at: string;
};

const editionOf = (row: EditionRow): ItemEdition => ({
  edition: row.edition,
  content: CONTENT.parse(row.content),
  author: row.author as StaffId | null,
  savedAt: Temporal.Instant.from(row.saved_at),
});

/** One edition of an item; undefined where it has none of that number. */
export async function findEdition(queries: Queries, id: ItemId, edition: number): Promise<ItemEdition | undefined> {
  const row = await queries
    .selectFrom('item_editions')
    .select(['edition', 'content', 'author', 'saved_at'])
    .where('item', '=', id)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row === undefined ? undefined : editionOf(row);
}

/** Every edition of an item, the newest first. */
export async function listEditions(queries: Queries, id: ItemId): Promise<readonly ItemEdition[]> {
  const rows = await queries
    .selectFrom('item_editions')
    .select(['edition', 'content', 'author', 'saved_at'])
    .where('item', '=', id)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(editionOf);
}

/** The attachments that were ever added to an item, in the order in which they came. */
export async function listAttachments(queries: Queries, id: ItemId): Promise<readonly Attachment[]> {
  const rows = await queries
    .selectFrom('item_attachments')
    .select(['id', 'file', 'name', 'media_type', 'bytes', 'sha256', 'masked_from'])
    .where('item', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    id: row.id as AttachmentId,
    file: row.file,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    ...(row.masked_from !== null && { maskedFrom: row.masked_from as AttachmentId }),
  }));
}

const selectItem = (queries: Queries, id: ItemId) =>
  queries.selectFrom('items').select(['number', 'agency', 'kind', 'index_number', 'edition']).where('id', '=', id);

/** An item with its log, its newest edition and its attachments; undefined where there is none. */
export async function findItemFile(queries: Queries, id: ItemId): Promise<ItemFile | undefined> {
  return itemFileOf(queries, id, await selectItem(queries, id).executeTakeFirst());
}

/**
 * The same, with the item's row held until the transaction ends. Two officers who act at once are put in a row here: what the second
 * reads behind the lock is what the first has done.
 */
export async function lockItemFile(transaction: Queries, id: ItemId): Promise<ItemFile | undefined> {
  return itemFileOf(transaction, id, await selectItem(transaction, id).forUpdate().executeTakeFirst());
}

type RegisteredRow = Pick<ItemRow, 'number' | 'agency' | 'kind' | 'index_number' | 'edition'>;

async function itemFileOf(queries: Queries, id: ItemId, row: RegisteredRow | undefined): Promise<ItemFile | undefined> {
  if (row === undefined) return undefined;
  const [log, latest, attachments] = [
    await listEntries(queries, id),
    await findEdition(queries, id, row.edition),
    await listAttachments(queries, id),
  ];
  if (latest === undefined) throw new Error(`The newest edition of item ${id} is missing`);
  return {
    registration: {
      id,
      number: row.number,
      agency: row.agency as AgencyCode,
      kind: row.kind as ItemKind,
      indexNumber: row.index_number,
    },
    log,
    publication: foldPublication(log),
    latest,
    attachments,
  };
}

/** An item to be written; without a number it is given the next one. */
export type NewItem = {
  readonly registration: Omit<ItemRegistration, 'number'> & { readonly number?: number };
  readonly entries: readonly Entry[];
  readonly editions: readonly ItemEdition[];
  readonly projection: Projection;
};

/**
 * Takes the next numbers, which no item was ever given. The counter is held until the transaction ends: of two that draft at once
 * the second waits for the first.
 */
export async function reserveNumbers(transaction: Queries, count: number): Promise<readonly number[]> {
  const { last } = await transaction
    .insertInto('item_numbers')
    .values({ last: count })
    .onConflict(conflict => conflict.column('single').doUpdateSet({ last: sql<number>`item_numbers.last + ${count}` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_number, index) => last - count + 1 + index);
}

/** The most parameters of one statement are 65 535; an item's row has 32. */
const AT_ONCE = 500;

function* inParts<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let at = 0; at < values.length; at += AT_ONCE) yield values.slice(at, at + AT_ONCE);
}

/** Writes items with their logs and editions, in a few statements; gives the numbers they were given, in their order. */
export async function insertItems(transaction: Queries, items: readonly NewItem[]): Promise<readonly number[]> {
  const fresh = await reserveNumbers(transaction, items.filter(one => one.registration.number === undefined).length);
  let taken = 0;
  const numbers = items.map(({ registration }) => {
    if (registration.number !== undefined) return registration.number;
    taken += 1;
    return fresh[taken - 1]!;
  });
  for (const part of inParts(items.map((item, index) => ({ ...item, number: numbers[index]! }))))
    await transaction
      .insertInto('items')
      .values(
        part.map(({ registration, projection, number }) => ({
          id: registration.id,
          number,
          agency: registration.agency,
          kind: registration.kind,
          index_number: registration.indexNumber,
          ...projectionColumns(projection),
        })),
      )
      .execute();
  for (const part of inParts(items.flatMap(({ registration, entries }) => entryRows(registration.id, entries))))
    await transaction.insertInto('item_acts').values(part).execute();
  const editions = items.flatMap(({ registration, editions: own }) => own.map(one => ({ id: registration.id, one })));
  for (const part of inParts(editions)) await insertEditionRows(transaction, part);
  return numbers;
}

async function insertEditionRows(
  transaction: Queries,
  editions: readonly { readonly id: ItemId; readonly one: ItemEdition }[],
): Promise<void> {
  await transaction
    .insertInto('item_editions')
    .values(
      editions.map(({ id, one }) => ({
        item: id,
        edition: one.edition,
        content: contentJson(one.content),
        plain_text: bodyText(one.content.body),
        author: one.author,
        saved_at: one.savedAt.toString(),
      })),
    )
    .execute();
  const relations = editions.flatMap(({ id, one }) =>
    uniqueRelations(one.content).map(({ relation, to }) => ({ item: id, edition: one.edition, relation, target: to })),
  );
  if (relations.length > 0) await transaction.insertInto('item_relations').values(relations).execute();
}

function uniqueRelations({ relations }: Content): Content['relations'] {
  return [...new Map(relations.map(one => [`${one.relation} ${one.to}`, one])).values()];
}

/** Adds an edition of an item; the one before stays. */
export async function insertEdition(transaction: Queries, id: ItemId, edition: ItemEdition): Promise<void> {
  await insertEditionRows(transaction, [{ id, one: edition }]);
}

/** Refers to files that are kept already; they can be shown once an edition names them. */
export async function insertAttachments(
  transaction: Queries,
  item: ItemId,
  attachments: readonly Attachment[],
  addedAt: Temporal.Instant,
  addedBy: StaffId | null,
): Promise<void> {
  if (attachments.length === 0) return;
  await transaction
    .insertInto('item_attachments')
    .values(
      attachments.map(({ id, file, name, mediaType, bytes, sha256, maskedFrom }) => ({
        id,
        item,
        file,
        name,
        media_type: mediaType,
        bytes,
        sha256,
        added_at: addedAt.toString(),
        added_by: addedBy,
        masked_from: maskedFrom ?? null,
      })),
    )
    .execute();
}
