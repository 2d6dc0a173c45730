import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { readSettings } from '../../people/store/setting.register.store.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { Act } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import { PROOFREADING, proofsOf, REVIEWS_BEFORE_APPROVAL, stepsOf } from '../rules/settings.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';

/**
 * Submits the newest edition: 保密审查 first, then the reviews that the agency has chosen, approval last. The gates must have run
 * over it; that they did is its 机器校对.
 */
export async function submitItem(deps: PublishingDeps, party: Party, ref: ItemRef): Promise<Result<ItemFile, Refusal>> {
  return perform(deps, party, ref, async ({ registration, publication }, transaction) => {
    const { edition } = publication;
    const { reviews, proofreading } = await readSettings(
      transaction,
      { reviews: REVIEWS_BEFORE_APPROVAL, proofreading: PROOFREADING },
      registration.agency,
    );
    const proofs = proofsOf(proofreading);
    const acts: Act[] = [{ kind: 'submitted', edition, steps: stepsOf(reviews), proofs }];
    if (proofs.includes('machine'))
      acts.push({
        kind: 'proofread',
        edition,
        proof: 'machine',
        remark: `检查发现${publication.findings?.length ?? 0}处`,
      });
    return ok({ acts });
  });
}
