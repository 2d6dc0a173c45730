import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Content } from '../rules/content.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import { referencesOf } from './content-references.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';

/**
 * Saves another edition. What was approved before does not hold for it; the public edition stays as it is until this one has been
 * approved and published. Content equal to the newest edition makes none.
 */
export async function editItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  content: Content,
): Promise<Result<ItemFile, Refusal>> {
  return perform(deps, party, ref, async ({ registration, latest }, transaction) => {
    if (JSON.stringify(content) === JSON.stringify(latest.content)) return ok({ acts: [] });
    const usable = await referencesOf(transaction, registration, registration.id, content);
    if (!usable.ok) return usable;
    const edition = latest.edition + 1;
    const author = party.kind === 'officer' ? party.officer.id : null;
    return ok({
      acts: [{ kind: 'edited', edition }],
      edition: { edition, content, author, savedAt: deps.now() },
    });
  });
}
