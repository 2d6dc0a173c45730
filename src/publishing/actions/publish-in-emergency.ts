import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';
import { addressFor } from './publish-item.ts';

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
  const on = deps.today();
  return perform(deps, party, ref, file =>
    ok({
      acts: [
        {
          kind: 'emergency-published',
          edition: file.publication.edition,
          address: addressFor(file, on),
          on,
          reason,
        },
      ],
    }),
  );
}
