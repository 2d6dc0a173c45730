import type { PublicContent, PublicFile } from '../rules/exchange/public-content.ts';
import { listWholeItems } from '../store/public-content.register.store.ts';
import type { WholeItem } from '../store/public-content.register.store.ts';
import type { ItemLine } from '../store/item-line.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { Picture } from '../store/picture.register.store.ts';
import { isPicture } from '../store/picture.register.store.ts';
import { picturesOf } from './make-pictures.ts';
import type { PictureDeps } from './make-pictures.ts';

/** The files of an item as anybody may have them; a picture that could not be read is nobody's. */
export function publicFilesOf(
  attachments: WholeItem['attachments'],
  pictures: ReadonlyMap<AttachmentId, readonly Picture[]>,
): readonly PublicFile[] {
  return attachments.flatMap(({ id, title, name, ...uploaded }) => {
    if (!isPicture(uploaded)) return [{ ...uploaded, id, title, name }];
    return (pictures.get(id) ?? [])
      .filter(({ isWhole }) => isWhole)
      .map(({ file, mediaType, bytes, sha256 }) => ({ id, title, name, file, mediaType, bytes, sha256 }));
  });
}

/** Everything that public items say, in the order of the lines; those that are public no more are left out. */
export async function readPublicContents(
  deps: PictureDeps,
  lines: readonly ItemLine[],
): Promise<readonly PublicContent[]> {
  const items = await listWholeItems(deps.queries, lines);
  const pictures = await picturesOf(
    deps,
    items.flatMap(({ attachments }) => attachments),
  );
  return items.map(({ line, content, attachments, relations }) => ({
    number: line.number,
    version: line.version,
    agency: line.agency,
    column: line.column,
    kind: line.kind,
    indexNumber: line.indexNumber,
    address: line.address!,
    publishedAt: line.publishedAt!,
    publishedOn: line.publishedOn!,
    correctedAt: line.correctedAt,
    attribute: line.attribute,
    normative: line.normative,
    content,
    files: publicFilesOf(attachments, pictures),
    relations,
  }));
}
