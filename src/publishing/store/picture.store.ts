import type { Queries } from '../../platform/database/pool.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { Picture } from './picture.register.store.ts';

const UNREADABLE = {
  width: 0,
  height: 0,
  is_whole: true,
  file: null,
  media_type: null,
  bytes: 0,
  sha256: null,
} as const;

/**
 * Notes the forms that were made of a picture, or with none that it could not be read. Of two programs that make them at once the
 * first is heard: gives whether it was this one.
 */
export async function insertPictures(
  transaction: Queries,
  attachment: AttachmentId,
  pictures: readonly Picture[],
  madeAt: Temporal.Instant,
): Promise<boolean> {
  const forms =
    pictures.length === 0
      ? [UNREADABLE]
      : pictures.map(({ isWhole, mediaType, ...form }) => ({ ...form, is_whole: isWhole, media_type: mediaType }));
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('item_pictures')
    .values(forms.map(form => ({ ...form, attachment, made_at: madeAt.toString() })))
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
