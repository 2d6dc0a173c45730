import { ok, refuse } from '../../../kernel/result.ts';
import type { Result } from '../../../kernel/result.ts';
import { may } from '../../../people/rules/may.ts';
import { notOpen } from '../../../people/rules/refusal.ts';
import { appendJournal } from '../../../people/store/journal.store.ts';
import type { FileId } from '../../../platform/files/file-store.ts';
import { undoingRefusals } from '../../../platform/database/undoing-refusals.ts';
import { ACTS_OF_STATE, IMPORT_STATE_LABEL, STATE_AFTER } from '../../rules/import/item-import.ts';
import type { ImportAct, ImportId, ItemImport } from '../../rules/import/item-import.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { changeImport, findImport, forgetFile, forgetTrial } from '../../store/item-import.store.ts';
import type { Party, PublishingDeps } from '../deps.ts';
import { actorOf } from '../perform.ts';

const EVENT = {
  start: 'item-import-started',
  pause: 'item-import-paused',
  resume: 'item-import-resumed',
  cancel: 'item-import-cancelled',
} as const satisfies Record<ImportAct, string>;

/**
 * Whether an officer may do an act to an import; null when they may. What was public before goes public again by the word of two: who
 * prepared an import of published history does not start it.
 */
export function importRefusal(party: Party, one: ItemImport, act: ImportAct): Refusal | null {
  const acts: readonly ImportAct[] = ACTS_OF_STATE[one.state];
  if (party.kind === 'officer') {
    const isRelease = act === 'start' && one.mode === 'published';
    if (isRelease && one.preparedBy === party.officer.id)
      return notOpen('已公开信息的迁入应当由另一个人核对试运行结果以后开始，请由有发布权限的其他人办理', {
        source: 'disclosure',
        article: 17,
      });
    const ability = isRelease ? 'publish-item' : 'draft-item';
    if (!may(party.officer, ability, one.agency)) return { kind: 'forbidden', ability };
  }
  return acts.includes(act)
    ? null
    : notOpen(`这次导入现在是“${IMPORT_STATE_LABEL[one.state]}”，不能这样操作，请刷新页面`);
}

/** Starts, pauses, resumes or cancels an import. What has come in stays, whatever becomes of the rest. */
export async function changeItemImport(
  { queries, files, now }: Pick<PublishingDeps, 'queries' | 'files' | 'now'>,
  party: Party,
  id: ImportId,
  act: ImportAct,
): Promise<Result<ItemImport, Refusal>> {
  const changed = await undoingRefusals<ItemImport, Refusal>(queries, async transaction => {
    const one = await findImport(transaction, id);
    if (one === undefined || (party.kind === 'officer' && !may(party.officer, 'read-items', one.agency)))
      return refuse({ kind: 'not-found' });
    const refusal = importRefusal(party, one, act);
    if (refusal !== null) return refuse(refusal);
    const state = STATE_AFTER[act];
    const at = now();
    const startedBy = act === 'start' && party.kind === 'officer' ? { startedBy: party.officer.id } : {};
    if (!(await changeImport(transaction, id, one.state, { state, at, ...startedBy })))
      return refuse(notOpen('这次导入的状态刚刚变化，请刷新页面'));
    if (act === 'start') await forgetTrial(transaction, id);
    await appendJournal(transaction, {
      at,
      agency: one.agency,
      actor: actorOf(party),
      event: EVENT[act],
      subject: `item-import:${id}`,
      detail: { done: act === 'start' ? 0 : one.done, total: one.total },
    });
    return ok({ ...one, state, ...startedBy });
  });
  if (changed.ok && act === 'cancel') await dropSent({ queries, files }, changed.value);
  return changed;
}

/** Removes the file that was sent, the row that refers to it first. */
export async function dropSent(
  { queries, files }: Pick<PublishingDeps, 'queries' | 'files'>,
  { id, file }: Pick<ItemImport, 'id' | 'file'>,
): Promise<void> {
  if (file === null) return;
  await forgetFile(queries, id);
  await files.remove(file as FileId);
}
