import { saveDraft } from '../store/form-draft.store.ts';
import type { KeptDraft } from '../store/form-draft.store.ts';
import type { ActionDeps } from './deps.ts';

/** A form that is not sent is forgotten a day after it was last touched. */
const HOURS_KEPT = 24;

/** Keeps what a citizen has filled in between two pages. */
export async function keepFormDraft(
  { queries, sealing, now }: Pick<ActionDeps, 'queries' | 'sealing' | 'now'>,
  draft: KeptDraft,
): Promise<void> {
  await saveDraft(queries, sealing, draft, now().add({ hours: HOURS_KEPT }));
}
