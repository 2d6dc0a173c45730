import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import { keepForm } from '../store/application-form.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type ClarificationGiven = {
  readonly on: Temporal.PlainDate;
  /** What the applicant wrote, as they saw it. */
  readonly text: string;
  readonly files: readonly KeptFile[];
};

/** Takes in a clarified application (补正): the twenty working days start anew on the next day (Art. 30). */
export async function receiveClarification(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  given: ClarificationGiven,
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, () =>
    ok({
      acts: [{ kind: 'clarification-received', on: given.on }],
      write: async transaction => {
        const form = { application: ref.id, part: 'clarification', text: given.text, at: deps.now() } as const;
        await keepForm(transaction, deps.sealing, form);
        for (const file of given.files) await insertFileRow(transaction, deps.sealing, ref.id, file);
      },
    }),
  );
}
