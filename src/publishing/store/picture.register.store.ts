import { sql } from 'kysely';
import type { Queries } from '../../platform/database/pool.ts';
import type { AttachmentId } from '../rules/ids.ts';

/** A form in which readers get a picture; `file` is what the file store keeps it as. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Whether it has all pixels of what was uploaded. */
  readonly isWhole: boolean;
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** The media types of attachments that readers get in another form than the uploaded one. */
const PICTURE_TYPES = new Set(['image/jpeg', 'image/png']);

/** Whether an attachment is shown as a picture, and never as it was uploaded. */
export const isPicture = ({ mediaType }: { readonly mediaType: string }): boolean => PICTURE_TYPES.has(mediaType);

/**
 * The forms of pictures that have been made, the widest first. A picture that could not be read has none; one that has yet to be
 * looked at does not stand in the answer.
 */
export async function listPictures(
  queries: Queries,
  attachments: readonly AttachmentId[],
): Promise<ReadonlyMap<AttachmentId, readonly Picture[]>> {
  if (attachments.length === 0) return new Map();
  const rows = await queries
    .selectFrom('item_pictures')
    .selectAll()
    .where(sql<boolean>`attachment = any(${[...attachments]}::uuid[])`)
    .orderBy('is_whole', 'desc')
    .orderBy('width', 'desc')
    .execute();
  const groups = Map.groupBy(rows, row => row.attachment as AttachmentId);
  return new Map(
    [...groups].map(([id, forms]) => [
      id,
      forms.flatMap(({ width, height, is_whole, file, media_type, bytes, sha256 }) =>
        file === null || media_type === null || sha256 === null
          ? []
          : [{ width, height, isWhole: is_whole, file, mediaType: media_type, bytes, sha256 }],
      ),
    ]),
  );
}
