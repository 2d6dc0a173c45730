import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { addressOf } from '../rules/address.ts';
import type { Content } from '../rules/content.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ValidityChange } from '../rules/validity.ts';
import { findItemFile } from '../store/item.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';
import { perform, performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

/** The permanent address of an item that is published on a day. */
export const addressFor = ({ registration, latest }: ItemFile, on: Temporal.PlainDate): string =>
  addressOf({ column: latest.content.column, publishedOn: on, number: registration.number });

const CHANGE_OF = { amends: 'amended', repeals: 'repealed' } as const satisfies Partial<
  Record<Content['relations'][number]['relation'], ValidityChange>
>;

/** What a document that is now public does to those it amends or repeals; one that ended already stays as it ended. */
export async function applyToOthers(
  deps: PublishingDeps,
  transaction: Queries,
  party: Party,
  { registration, latest }: ItemFile,
): Promise<Result<null, Refusal>> {
  const { details, relations } = latest.content;
  const on = details.kind === 'normative' ? details.effectiveOn : deps.today();
  for (const { relation, to } of relations) {
    if (relation !== 'amends' && relation !== 'repeals') continue;
    const target = await findItemFile(transaction, to);
    const ended = target?.publication.validityChanges.some(change => change.to !== 'amended') ?? true;
    if (target === undefined || ended || target.publication.publicEdition === null) continue;
    if (target.latest.content.details.kind !== 'normative' || target.registration.agency !== registration.agency)
      continue;
    const changed = await performAct(
      { ...deps, queries: transaction },
      party,
      { id: to, version: null },
      { kind: 'validity-changed', to: CHANGE_OF[relation], on, basis: { kind: 'item', item: registration.id } },
    );
    if (!changed.ok) return changed;
  }
  return ok(null);
}

/**
 * Publishes the approved edition now. The moment is the system's and cannot be set; the address is made once and stays. Documents
 * that this one amends or repeals change their validity with it.
 */
export async function publishItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
): Promise<Result<ItemFile, Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const on = deps.today();
    const published = await perform({ ...deps, queries: transaction }, party, ref, file =>
      ok({ acts: [{ kind: 'published', edition: file.publication.edition, address: addressFor(file, on), on }] }),
    );
    if (!published.ok) return published;
    const applied = await applyToOthers(deps, transaction, party, published.value);
    return applied.ok ? published : refuse(applied.problem);
  });
}
