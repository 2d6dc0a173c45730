import type { FileId } from '../../platform/files/file-store.ts';
import { findRegistration } from '../store/application.store.ts';
import { listEndedDrafts, removeDraft } from '../store/form-draft.store.ts';
import type { ActionDeps } from './deps.ts';

const AT_ONCE = 200;
/** Nothing is taken from under a form that is being sent at the last moment. */
const SENDING = Temporal.Duration.from({ hours: 1 });

/**
 * Forgets drafts whose time is over, with the files that came with them: the row last, so that a program that is ended meanwhile finds
 * it again. The files of a draft that was sent belong to its application and stay. Gives the number of drafts removed.
 */
export async function clearFormDrafts({ queries, sealing, files, now }: ActionDeps): Promise<number> {
  let removed = 0;
  for (;;) {
    const ended = await listEndedDrafts(queries, sealing, now().subtract(SENDING), AT_ONCE);
    for (const { id, application, draft } of ended) {
      const sent = (await findRegistration(queries, application)) !== undefined;
      if (!sent) for (const { file } of draft?.files ?? []) await files.remove(file as FileId);
      await removeDraft(queries, id);
      removed += 1;
    }
    if (ended.length < AT_ONCE) return removed;
  }
}
