import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';
import { applyToOthers } from './publish-item.ts';

type Input = Omit<ActOf<'corrected'>, 'kind' | 'edition'>;

/** Puts an approved revision in place of the public edition, with a note that readers see. The date of publication stays. */
export async function correctItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const corrected = await perform({ ...deps, queries: transaction }, party, ref, ({ publication }) =>
      ok({ acts: [{ kind: 'corrected', edition: publication.edition, ...input }] }),
    );
    if (!corrected.ok) return corrected;
    const applied = await applyToOthers(deps, transaction, party, corrected.value);
    return applied.ok ? corrected : refuse(applied.problem);
  });
}
