import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { CONTENT } from '../rules/content.ts';
import type { Gazette, GazetteEntry } from '../rules/gazette.ts';
import type { ItemId } from '../rules/ids.ts';
import { itemLineOf } from './item-line.ts';
import type { ItemLine } from './item-line.ts';
import { findEdition } from './item.store.ts';

/** An issue of a 政府公报 as a line. */
export type GazetteIssue = { readonly line: ItemLine; readonly gazette: Gazette };

/** The issues, the newest first: those that are public, or every one of an agency, drafts included. */
export async function listGazettes(
  queries: Queries,
  filter: { readonly kind: 'public' } | { readonly kind: 'all'; readonly agency: AgencyCode },
): Promise<readonly GazetteIssue[]> {
  let query = queries
    .selectFrom('items')
    .innerJoin('item_editions as e', join =>
      join.onRef('e.item', '=', 'items.id').on(sql<SqlBool>`e.edition = coalesce(items.public_edition, items.edition)`),
    )
    .selectAll('items')
    .select('e.content')
    .where('items.kind', '=', 'gazette');
  query =
    filter.kind === 'public'
      ? query.where('items.visibility', '=', 'public')
      : query.where('items.agency', '=', filter.agency);
  const issues = (await query.execute()).flatMap((row): readonly GazetteIssue[] => {
    const { details } = CONTENT.parse(row.content);
    return details.kind === 'gazette' ? [{ line: itemLineOf(row), gazette: details }] : [];
  });
  return issues.toSorted(({ gazette: one }, { gazette: other }) => other.year - one.year || other.number - one.number);
}

/** The entry of a document as an issue prints it, from its public edition; undefined where it is not public. */
export async function findGazetteEntry(
  queries: Queries,
  { id }: { readonly id: ItemId },
): Promise<GazetteEntry | undefined> {
  const row = await queries
    .selectFrom('items')
    .selectAll()
    .where('id', '=', id)
    .where('visibility', '=', 'public')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const line = itemLineOf(row);
  return {
    item: line.id,
    edition: line.publicEdition!,
    title: line.title,
    documentNumber: line.documentNumber,
    issuer: line.issuer,
    madeOn: line.madeOn,
    address: line.address!,
  };
}

/** The texts of an issue, in its order, as they were approved; throws where an edition is missing, which never is. */
export async function readGazetteTexts(queries: Queries, { contents }: Gazette) {
  const texts = [];
  for (const { item, edition } of contents) {
    const found = await findEdition(queries, item, edition);
    if (found === undefined) throw new Error(`Edition ${edition} of item ${item} is missing`);
    texts.push(found.content);
  }
  return texts;
}
