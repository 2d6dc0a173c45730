import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';
import { addressFor, applyToOthers } from './publish-item.ts';

/**
 * Publishes an edition before it has been through its reviews, because it cannot wait. The gates hold also now, and so does that
 * its author does not publish it; the review is owed afterwards and stays open until somebody else has done it.
 */
export async function publishInEmergency(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  { reason }: { readonly reason: string },
): Promise<Result<ItemFile, Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const on = deps.today();
    const published = await perform({ ...deps, queries: transaction }, party, ref, file => {
      const { edition } = file.publication;
      return ok({ acts: [{ kind: 'emergency-published', edition, address: addressFor(file, on), on, reason }] });
    });
    if (!published.ok) return published;
    const applied = await applyToOthers(deps, transaction, party, published.value);
    return applied.ok ? published : refuse(applied.problem);
  });
}
