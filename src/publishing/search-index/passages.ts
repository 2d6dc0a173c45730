import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { PublicLine } from '../public-list/public-line.ts';
import type { FoundItem } from './search-index.ts';
import { snippetOf } from './snippet.ts';

type Passage = FoundItem['snippet'];
type Texts = { readonly number: number; readonly body: string };
type AttachmentTexts = { readonly number: number; readonly title: string; readonly text: string };

/** The bodies of items whose whole text holds the words. */
async function readBodies(queries: Queries, numbers: readonly number[], held: readonly string[]) {
  const { rows } = await sql<Texts>`
    select i.number, e.plain_text as body
    from items i join item_editions e on e.item = i.id and e.edition = i.public_edition
    where i.number = any(${[...numbers]}::bigint[]) and i.visibility = 'public' and (cardinality(${[...held]}::text[]) = 0
      or exists (select from item_search s where s.number = i.number
        and (select bool_and(strpos(s.folded, word) > 0) from unnest(${[...held]}::text[]) word)))`.execute(queries);
  return rows;
}

async function readAttachments(queries: Queries, numbers: readonly number[]) {
  const { rows } = await sql<AttachmentTexts>`
    select i.number, a->>'title' as title, coalesce(r.reading->>'text', '') as text
    from items i join item_editions e on e.item = i.id and e.edition = i.public_edition
    cross join jsonb_array_elements(e.content->'attachments') with ordinality named (a, place)
    left join item_attachment_readings r on r.attachment = (a->>'id')::uuid
    where i.number = any(${[...numbers]}::bigint[]) order by i.number, place`.execute(queries);
  return rows;
}

function passageIn(attachments: readonly AttachmentTexts[], words: readonly string[]): Passage {
  for (const { title, text } of attachments) {
    const pieces = snippetOf(text, words) ?? (snippetOf(title, words) && []);
    if (pieces !== null) return { pieces, attachment: title };
  }
  return null;
}

/**
 * The passage of each item in which one of the words stands, by the item's number; null where they stand in title or metadata.
 * Items whose text does not hold all of `held` are not in it.
 */
export async function readPassages(
  queries: Queries,
  lines: readonly PublicLine[],
  words: readonly string[],
  held: readonly string[],
): Promise<ReadonlyMap<number, Passage>> {
  if (lines.length === 0) return new Map();
  const bodies = await readBodies(
    queries,
    lines.map(({ number }) => number),
    held,
  );
  const inBody = new Map(bodies.map(({ number, body }) => [number, snippetOf(body, words)]));
  const rest = [...inBody].flatMap(([number, pieces]) => (pieces === null ? [number] : []));
  const attachments = Map.groupBy(
    rest.length === 0 ? [] : await readAttachments(queries, rest),
    ({ number }) => number,
  );
  return new Map(
    [...inBody].map(([number, pieces]) => [
      number,
      pieces === null ? passageIn(attachments.get(number) ?? [], words) : { pieces, attachment: null },
    ]),
  );
}
