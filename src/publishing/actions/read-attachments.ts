import type { FileId } from '../../platform/files/file-store.ts';
import type { AttachmentReader } from '../examination/attachment-reader.ts';
import type { AttachmentId } from '../rules/ids.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { keepReading, listReadToday } from '../store/reading.store.ts';
import type { PublishingDeps } from './deps.ts';

/** What it takes to run the gates: attachments are read in processes apart. */
export type CheckDeps = PublishingDeps & { readonly reader: AttachmentReader };

/**
 * Reads the attachments of the newest edition that the readers of today have not read yet, outside any transaction: it may take
 * seconds. Gives the names of those that could not be read now.
 */
export async function readAttachments(deps: CheckDeps, { latest, attachments }: ItemFile): Promise<readonly string[]> {
  const named = new Set<AttachmentId>(latest.content.attachments.map(({ id }) => id));
  const known = await listReadToday(deps.queries, [...named]);
  const left: string[] = [];
  for (const { id, file, name } of attachments.filter(one => named.has(one.id) && !known.has(one.id))) {
    const reading = await deps.reader.read({ name, bytes: await deps.files.read(file as FileId) });
    if (reading === null) left.push(name);
    else await keepReading(deps.queries, id, reading);
  }
  return left;
}
