import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'reviewed'>, 'kind'>;

/** Passes an edition at 初审 or 二审. */
export async function reviewItem(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'reviewed', ...input });
}
