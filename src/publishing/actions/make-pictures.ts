import { createHash } from 'node:crypto';
import type { Queries } from '../../platform/database/pool.ts';
import { findFileId } from '../../platform/files/file-store.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { PictureMaker, Rendition } from '../examination/picture-maker.ts';
import type { Attachment } from '../rules/item-file.ts';
import type { AttachmentId } from '../rules/ids.ts';
import { isPicture, listPictures } from '../store/picture.register.store.ts';
import type { Picture } from '../store/picture.register.store.ts';
import { insertPictures } from '../store/picture.store.ts';

type Uploaded = Pick<Attachment, 'id' | 'file' | 'mediaType'>;

export type PictureDeps = {
  readonly queries: Queries;
  readonly files: FileStore;
  readonly pictureMaker: PictureMaker;
  readonly now: () => Temporal.Instant;
};

async function keep(files: FileStore, { bytes, ...form }: Rendition, isWhole: boolean): Promise<Picture | null> {
  const kept = await files.keep(bytes);
  if (!kept.ok) return null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...form, isWhole, file: kept.value, bytes: bytes.byteLength, sha256 };
}

/** Makes the forms of one picture and keeps them; null where that has to wait. */
async function make(deps: PictureDeps, { id, file }: Uploaded): Promise<readonly Picture[] | null> {
  const { queries, files, pictureMaker, now } = deps;
  const source = findFileId(file);
  if (source === undefined) return [];
  const made = await pictureMaker.make(await files.read(source));
  if (made === null) return null;
  const pictures: Picture[] = [];
  for (const [index, rendition] of made.entries()) {
    const picture = await keep(files, rendition, index === 0);
    if (picture === null) return null;
    pictures.push(picture);
  }
  if (await insertPictures(queries, id, pictures, now())) return pictures;
  // Another program was faster: its forms count, ours are nobody's.
  for (const { file: own } of pictures) await files.remove(findFileId(own)!);
  return (await listPictures(queries, [id])).get(id) ?? [];
}

/**
 * The public forms of the pictures among attachments, made where they are not there yet. A picture that cannot be read has none.
 * One that has to wait (too many at once, a full disk) does not stand in the answer and is tried again when it is next asked for.
 */
export async function picturesOf(
  deps: PictureDeps,
  attachments: readonly Uploaded[],
): Promise<ReadonlyMap<AttachmentId, readonly Picture[]>> {
  const wanted = attachments.filter(isPicture);
  const found = new Map(
    await listPictures(
      deps.queries,
      wanted.map(({ id }) => id),
    ),
  );
  for (const attachment of wanted) {
    if (found.has(attachment.id)) continue;
    const made = await make(deps, attachment);
    if (made !== null) found.set(attachment.id, made);
  }
  return found;
}
