import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'scheduled'>, 'kind'>;

/** Has an approved edition published by the schedule at a time to come. */
export async function scheduleItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'scheduled', ...input });
}
