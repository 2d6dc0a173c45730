import { randomUUIDv7 } from 'node:crypto';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { SearchTaskId } from '../rules/ids.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertSearchTask } from '../store/search-task.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type SearchAsked = {
  /** Null for a unit inside the agency, which has no code of its own. */
  readonly unit: AgencyCode | null;
  readonly unitName: string;
  readonly question: string;
  readonly dueOn: Temporal.PlainDate;
};

/** Asks another unit to look for information (协办). The clock runs on: this is no consultation. */
export async function askSearch(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  asked: SearchAsked,
): Promise<Result<CaseFile, Refusal>> {
  const task = randomUUIDv7() as SearchTaskId;
  const { question, ...facts } = asked;
  return perform(deps, party, ref, () =>
    ok({
      acts: [{ kind: 'search-asked', task, on: deps.today(), ...facts }],
      write: async transaction => insertSearchTask(transaction, { id: task, application: ref.id, ...asked, question }),
    }),
  );
}
