import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import type { ActOf } from '../rules/publication-log.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { performAct } from './perform.ts';
import type { ItemRef } from './perform.ts';

type Input = Omit<ActOf<'validity-changed'>, 'kind'>;

/** Marks a 规范性文件 as 已修改, 失效 or 废止 from a day on, by the document that did it. */
export async function changeValidity(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  input: Input,
): Promise<Result<ItemFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'validity-changed', ...input });
}
