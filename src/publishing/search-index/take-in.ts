import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import { findDocumentNumber } from '../rules/document-number.ts';
import { foldText } from './fold-text.ts';
import { PART_BREAK, termsOf } from './terms.ts';

/** An item and its public edition, as far as either is searched. */
type Source = {
  readonly id: string;
  readonly number: number;
  readonly address: string;
  readonly agency: string;
  readonly column_code: string;
  readonly kind: string;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly index_number: string;
  readonly document_number: string | null;
  readonly made_on: string | null;
  readonly published_at: string;
  readonly published_on: string;
  readonly effective_on: string | null;
  readonly expires_on: string | null;
  readonly amended_on: string | null;
  readonly ended_on: string | null;
  readonly ended_how: string | null;
  readonly body: string;
  readonly keywords: readonly string[];
  readonly attachments: readonly AttachmentText[];
  readonly interpreted: boolean;
};

/** What was read in an attachment, with the title it is shown under; without text where nobody has read it yet. */
export type AttachmentText = { readonly title: string; readonly text: string };

const AT_ONCE = 200;

/** Rows are held, so that an item that is taken down meanwhile is not put back by what was read before. */
async function readSources(transaction: Queries, ids: readonly string[]): Promise<readonly Source[]> {
  const { rows } = await sql<Source>`
    with held as (select * from items where id = any(${[...ids]}::uuid[]) and visibility = 'public' for share)
    select i.id, i.number, i.address, i.agency, i.column_code, i.kind, i.theme, i.genre, i.issuer, i.title, i.index_number,
      i.document_number, i.made_on, i.published_at, i.published_on, i.effective_on, i.expires_on, i.amended_on, i.ended_on,
      i.ended_how, e.plain_text as body, e.content->'keywords' as keywords,
      (select coalesce(jsonb_agg(jsonb_build_object('title', a->>'title', 'text', coalesce(r.reading->>'text', '')) order by place),
        '[]') from jsonb_array_elements(e.content->'attachments') with ordinality named (a, place)
        left join item_attachment_readings r on r.attachment = (a->>'id')::uuid) as attachments,
      exists (select 1 from item_relations r join items o on o.id = r.item and o.public_edition = r.edition
        where r.target = i.id and r.relation = 'interprets' and o.visibility = 'public') as interpreted
    from held i join item_editions e on e.item = i.id and e.edition = i.public_edition`.execute(transaction);
  return rows;
}

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

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
  const { id, index_number: _indexNumber, attachments, ...facts } = source;
  const number = findDocumentNumber(source.document_number ?? '');
  const folded = foldedParts(source).join(PART_BREAK);
  return {
    ...facts,
    item: id,
    number_prefix: number?.prefix ?? null,
    number_year: number?.year ?? null,
    number_serial: number?.number ?? null,
    folded_title: foldText(source.title),
    year: Number(source.published_on.slice(0, 4)),
    keywords: [...source.keywords],
    attachments: JSON.stringify(attachments),
    folded,
    terms: termsOf(folded).map(quoted).join(' '),
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
