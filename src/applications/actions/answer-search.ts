import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { SearchTaskId } from '../rules/ids.ts';
import type { Refusal } from '../rules/refusal.ts';
import { closeSearchTask } from '../store/search-task.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type SearchAnswered = { readonly task: SearchTaskId; readonly found: boolean; readonly result: string };

/** Notes what a unit has found. What was searched, and where, goes into the reply when nothing was found (Art. 36(4)). */
export async function answerSearch(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  answered: SearchAnswered,
): Promise<Result<CaseFile, Refusal>> {
  const on = deps.today();
  return perform(deps, party, ref, () =>
    ok({
      acts: [{ kind: 'search-answered', on, ...answered }],
      write: async transaction => closeSearchTask(transaction, answered.task, on),
    }),
  );
}
