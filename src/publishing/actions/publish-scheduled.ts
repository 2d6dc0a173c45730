import type { ItemId } from '../rules/ids.ts';
import type { Refusal } from '../rules/refusal.ts';
import { listDueItems } from '../store/schedule.store.ts';
import type { PublishingDeps } from './deps.ts';
import { publishItem } from './publish-item.ts';

/** What came of the items whose time has come. */
export type ScheduledOutcome = {
  readonly published: readonly ItemId[];
  readonly refused: readonly { readonly id: ItemId; readonly refusal: Refusal }[];
};

/** Publishes what was approved and scheduled for a time that has come, each on its own: one that is refused holds up no other. */
export async function publishScheduled(deps: PublishingDeps): Promise<ScheduledOutcome> {
  const published: ItemId[] = [];
  const refused: { readonly id: ItemId; readonly refusal: Refusal }[] = [];
  for (const id of await listDueItems(deps.queries, deps.now())) {
    const result = await publishItem(deps, { kind: 'system' }, { id, version: null });
    if (result.ok) published.push(id);
    else refused.push({ id, refusal: result.problem });
  }
  return { published, refused };
}
