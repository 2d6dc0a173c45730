import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { foldText } from './fold-text.ts';
import { PART_BREAK, termsOf } from './terms.ts';

/** An item and its public edition, as far as either is searched. */
type Source = {
  readonly id: string;
  readonly number: number;
  readonly issuer: string;
  readonly title: string;
  readonly index_number: string;
  readonly document_number: string | null;
  readonly body: string;
  readonly keywords: readonly string[];
  /** Titles of attachments, and what was read in them; empty where nobody has read it yet. */
  readonly attachments: readonly { readonly title: string; readonly text: string }[];
};

const AT_ONCE = 250;

/** Rows are held, so that an item that is taken down meanwhile is not put back by what was read before. */
async function readSources(transaction: Queries, ids: readonly string[]): Promise<readonly Source[]> {
  const { rows } = await sql<Source>`
    with held as (select * from items where id = any(${[...ids]}::uuid[]) and visibility = 'public' for share)
    select i.id, i.number, i.issuer, i.title, i.index_number, i.document_number, e.plain_text as body,
      e.content->'keywords' as keywords,
      (select coalesce(jsonb_agg(jsonb_build_object('title', a->>'title', 'text', coalesce(r.reading->>'text', '')) order by place),
        '[]') from jsonb_array_elements(e.content->'attachments') with ordinality named (a, place)
        left join item_attachment_readings r on r.attachment = (a->>'id')::uuid) as attachments
    from held i join item_editions e on e.item = i.id and e.edition = i.public_edition`.execute(transaction);
  return rows;
}

/** The parts of an item that are searched, in folded form. No phrase runs from one into another. */
function foldedParts(source: Source): readonly string[] {
  const { title, document_number, index_number, issuer, keywords, body, attachments } = source;
  return [
    title,
    document_number ?? '',
    index_number,
    issuer,
    ...keywords,
    ...body.split('\n'),
    ...attachments.flatMap(attachment => [attachment.title, attachment.text]),
  ]
    .map(foldText)
    .filter(part => part !== '');
}

function rowOf(source: Source) {
  const folded = foldedParts(source).join(PART_BREAK);
  return {
    number: source.number,
    item: source.id,
    keywords: [...source.keywords],
    folded,
    terms: `{${termsOf(folded).join(',')}}`,
  };
}

/** Takes the next waiting items into the index; gives how many were waiting. */
export async function takeInNext(queries: Queries): Promise<number> {
  return queries.transaction().execute(async transaction => {
    const { rows } = await sql<{ item: string }>`
      delete from item_search_waiting where position in (
        select position from item_search_waiting order by position limit ${AT_ONCE} for update skip locked
      ) returning item`.execute(transaction);
    if (rows.length === 0) return 0;
    const ids = [...new Set(rows.map(({ item }) => item))];
    const sources = await readSources(transaction, ids);
    await transaction.deleteFrom('item_search').where('item', 'in', ids).execute();
    if (sources.length > 0) await transaction.insertInto('item_search').values(sources.map(rowOf)).execute();
    // Pages that were made before these could be found are made anew.
    await sql`insert into site_changes default values`.execute(transaction);
    return rows.length;
  });
}

/** Lets everything public wait to be taken in, where the index holds nothing: after a restore, or a crash of the database. */
export async function refillEmptyIndex(queries: Queries): Promise<void> {
  await sql`
    insert into item_search_waiting (item)
    select id from items where visibility = 'public'
      and not exists (select 1 from item_search) and not exists (select 1 from item_search_waiting)
    order by number`.execute(queries);
}

/**
 * Sorts new entries in among the others, all together: a tenth of the work of one by one. Until then a search looks through them in
 * the order in which they came.
 */
export async function settleEntries(queries: Queries): Promise<void> {
  await sql`select gin_clean_pending_list('item_search_by_term')`.execute(queries);
}
