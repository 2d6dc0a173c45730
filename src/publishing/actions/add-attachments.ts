import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { mayFollow, STAGE_LABEL } from '../rules/stage.ts';
import type { Attachment, ItemFile } from '../rules/item-file.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertAttachments } from '../store/item.store.ts';
import { refuse } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Party, PublishingDeps } from './deps.ts';
import { perform } from './perform.ts';
import type { ItemRef } from './perform.ts';

/** Keeps files for an item; the public sees them once an edition that names them is published. Nothing of the item changes yet. */
export async function addAttachments(
  deps: PublishingDeps,
  party: Party,
  ref: ItemRef,
  attachments: readonly Attachment[],
): Promise<Result<ItemFile, Refusal>> {
  return perform(deps, party, { ...ref, version: null }, ({ registration, publication }) => {
    if (party.kind === 'officer' && !may(party.officer, 'draft-item', registration.agency))
      return refuse({ kind: 'forbidden', ability: 'draft-item' });
    if (!mayFollow(publication.stage, 'edited'))
      return refuse(notOpen(`这条信息现在是“${STAGE_LABEL[publication.stage]}”，不能添加附件`));
    const by = party.kind === 'officer' ? party.officer.id : null;
    return ok({
      acts: [],
      write: transaction => insertAttachments(transaction, registration.id, attachments, deps.now(), by),
    });
  });
}
