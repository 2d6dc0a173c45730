import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { withFileReplaced } from '../rules/content.ts';
import type { ItemFile } from '../rules/item-file.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findEdition, listAttachments } from '../store/item.store.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { editItem } from './edit-item.ts';
import type { ItemRef } from './perform.ts';

/**
 * Makes what an earlier edition said the newest edition, which is approved like any other. A file of which there is a masked copy by
 * now comes back as its copy.
 */
export async function restoreEdition(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  edition: number,
): Promise<Result<ItemFile, Refusal>> {
  const earlier = await findEdition(deps.queries, ref.id, edition);
  if (earlier === undefined) return refuse(notOpen('没有这个版本，请回到版本列表重新选择'));
  const attachments = await listAttachments(deps.queries, ref.id);
  const content = attachments.reduce(
    (restored, { id, maskedFrom }) =>
      maskedFrom === undefined ? restored : withFileReplaced(restored, maskedFrom, id),
    earlier.content,
  );
  return editItem(deps, party, ref, content);
}
