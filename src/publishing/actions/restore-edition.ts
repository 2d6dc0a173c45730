import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findEdition } from '../store/item.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { editItem } from './edit-item.ts';
import type { ItemRef } from './perform.ts';

/** Makes what an earlier edition said the newest edition, which is approved like any other. */
export async function restoreEdition(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  edition: number,
): Promise<Result<ItemFile, Refusal>> {
  const earlier = await findEdition(deps.queries, ref.id, edition);
  if (earlier === undefined) return refuse(notOpen('没有这个版本，请回到版本列表重新选择'));
  return editItem(deps, party, ref, earlier.content);
}
