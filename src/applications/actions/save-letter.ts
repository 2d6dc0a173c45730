import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import type { SavedDraft } from '../rules/letters/draft-json.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertVersion, lastVersionOf } from '../store/letter.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { actorOf, perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/**
 * Saves a new version of a letter that is being drafted or was returned; earlier versions stay to be compared. Refuses a letter
 * in review (it is taken back first) and one that was signed.
 */
export async function saveLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId; readonly saved: SavedDraft },
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, ({ registration, application }) => {
    if (party.kind === 'officer' && !may(party.officer, 'draft-letter', registration.agency))
      return refuse({ kind: 'forbidden', ability: 'draft-letter' } as const);
    const letter = application.letters.find(({ id }) => id === input.letter);
    if (letter === undefined || (letter.standing !== 'drafting' && letter.standing !== 'returned'))
      return refuse(notOpen('这份文书不在起草或者修改中，不能保存；请刷新页面核对'));
    if (letter.kind !== input.saved.draft.kind) return refuse(notOpen('文书的种类不能更改；请撤回后另行起草'));
    return ok({
      acts: [],
      write: async transaction => {
        const by = actorOf(party);
        await insertVersion(transaction, deps.sealing, {
          letter: input.letter,
          version: (await lastVersionOf(transaction, input.letter)) + 1,
          saved: input.saved,
          author: by.kind === 'officer' ? by.id : null,
          at: deps.now(),
        });
      },
    });
  });
}
