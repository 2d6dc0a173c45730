import { randomUUIDv7 } from 'node:crypto';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import type { SavedDraft } from '../rules/letters/draft-json.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertLetter, insertVersion } from '../store/letter.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { actorOf, perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type Drafted = { readonly letter: LetterId; readonly file: CaseFile };

/** Begins a letter with its first version. A reply is begun once: an earlier one must be withdrawn. */
export async function draftLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  saved: SavedDraft,
): Promise<Result<Drafted, Refusal>> {
  const letter = randomUUIDv7() as LetterId;
  const { kind } = saved.draft;
  const file = await perform(deps, party, ref, () =>
    ok({
      acts: [{ kind: 'letter-drafted', letter, letterKind: kind }],
      write: async transaction => {
        const at = deps.now();
        const by = actorOf(party);
        await insertLetter(transaction, { id: letter, application: ref.id, kind, at });
        const author = by.kind === 'officer' ? by.id : null;
        await insertVersion(transaction, deps.sealing, { letter, version: 1, saved, author, at });
      },
    }),
  );
  return file.ok ? ok({ letter, file: file.value }) : file;
}
