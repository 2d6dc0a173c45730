import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { KeptLine } from './public-line.ts';

/** The lines of everything public, or of those of the named items that are. */
export async function loadLines(queries: Queries, ids: readonly string[] | 'any'): Promise<readonly KeptLine[]> {
  const which = ids === 'any' ? sql`` : sql`and i.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<KeptLine>`
    select i.id, i.number, i.address, i.agency, i.column_code, i.kind, i.theme, i.genre, i.issuer, i.title, i.document_number,
      i.made_on, i.published_at, i.published_on, i.corrected_at, i.effective_on, i.expires_on, i.amended_on, i.ended_on,
      i.ended_how, (extract(epoch from i.published_at) * 1000000)::float8 as moment,
      i.kind = 'document' and exists (select from item_relations r join items o on o.id = r.item and o.public_edition = r.edition
        where r.target = i.id and r.relation = 'interprets' and o.visibility = 'public') as interpreted
    from items i where i.visibility = 'public' ${which}`.execute(queries);
  return rows;
}
