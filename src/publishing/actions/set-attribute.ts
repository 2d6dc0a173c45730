import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'attribute-set'>, 'kind'>;

/** Declares the 公开属性 of a draft; anything but 主动公开 needs its reason, and 不予公开 the ground in law as well. */
export async function setAttribute(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'attribute-set', ...input });
}
