import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { ApplicationId } from '../rules/ids.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { withPassage } from '../rules/severance.ts';
import type { OriginalFile, WithheldPassage } from '../rules/severance.ts';
import { findRegistration } from '../store/application.store.ts';
import { findOriginal, lockOriginal, savePassages } from '../store/severance.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { undoingRefusals } from '../../platform/database/undoing-refusals.ts';

type Marking = (passages: readonly WithheldPassage[]) => Result<readonly WithheldPassage[], Refusal>;

/** Changes the marks on an original. They are a draft: the record begins with the copy that is made by them. */
async function changeMarks(
  deps: ActionDeps,
  party: Party,
  application: ApplicationId,
  original: OriginalFile,
  marking: Marking,
): Promise<Result<readonly WithheldPassage[], Refusal>> {
  return undoingRefusals(deps.queries, async transaction => {
    const registration = await findRegistration(transaction, application);
    if (party.kind !== 'officer' || registration === undefined) return refuse({ kind: 'not-found' });
    if (!may(party.officer, 'read-applications', registration.agency)) return refuse({ kind: 'not-found' });
    if (!may(party.officer, 'handle-application', registration.agency))
      return refuse({ kind: 'forbidden', ability: 'handle-application' });
    await lockOriginal(transaction, original);
    const known = await findOriginal(transaction, deps.sealing, application, original);
    if (known === undefined) return refuse({ kind: 'not-found' });
    const changed = marking(known.passages);
    if (changed.ok) await savePassages(transaction, deps.sealing, original, changed.value);
    return changed;
  });
}

/** Marks passages that are to be withheld, all or none. */
export async function markPassages(
  deps: ActionDeps,
  party: Party,
  application: ApplicationId,
  original: OriginalFile,
  added: readonly WithheldPassage[],
): Promise<Result<readonly WithheldPassage[], Refusal>> {
  return changeMarks(deps, party, application, original, passages => {
    let grown = passages;
    for (const passage of added) {
      const more = withPassage(grown, passage);
      if (!more.ok) return refuse(unusable(more.problem.field, more.problem.message));
      grown = more.value;
    }
    return ok(grown);
  });
}

/** Takes a mark off again: the one at this place of the list, if it is still that one. */
export async function unmarkPassage(
  deps: ActionDeps,
  party: Party,
  application: ApplicationId,
  original: OriginalFile,
  index: number,
  seen: string,
): Promise<Result<readonly WithheldPassage[], Refusal>> {
  return changeMarks(deps, party, application, original, passages => {
    const marked = passages[index];
    // Somebody else may have changed the list meanwhile.
    if (marked === undefined || JSON.stringify(marked.place) !== seen)
      return refuse(unusable('words', '标记已经有变动，请看过新的列表后再试'));
    return ok(passages.filter((_, at) => at !== index));
  });
}
