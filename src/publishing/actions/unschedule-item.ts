import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'unscheduled'>, 'kind'>;

/** Takes an item off the schedule; it stays approved. */
export async function unscheduleItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'unscheduled', ...input });
}
