import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { AttachmentId } from '../rules/ids.ts';

/** A file that anyone may have: its item is public and the public edition names it. */
export type PublicAttachment = { readonly file: string; readonly name: string; readonly mediaType: string };

/** The file behind the address of an attachment; undefined where it is not, or no more, public. */
export async function findPublicAttachment(queries: Queries, id: AttachmentId): Promise<PublicAttachment | undefined> {
  const { rows } = await sql<PublicAttachment>`
    select a.file, a.name, a.media_type as "mediaType"
    from item_attachments a
    join items i on i.id = a.item and i.visibility = 'public'
    join item_editions e on e.item = i.id and e.edition = i.public_edition
    where a.id = ${id} and e.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', a.id::text))`.execute(
    queries,
  );
  return rows[0];
}
