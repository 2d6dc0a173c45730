import type { FormDraftId } from '../rules/ids.ts';
import { endDraft } from '../store/form-draft.store.ts';
import type { ActionDeps } from './deps.ts';

/** A button may be pressed twice, and a lost answer makes people press it again: so long the draft still leads to what was lodged. */
const MINUTES_AFTER_SENDING = 30;

/** Notes that a draft has been sent: it is of no use any more, but for a while. */
export async function endFormDraft(
  { queries, now }: Pick<ActionDeps, 'queries' | 'now'>,
  id: FormDraftId,
): Promise<void> {
  await endDraft(queries, id, now().add({ minutes: MINUTES_AFTER_SENDING }));
}
