import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { may } from '../../people/rules/may.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { SearchTaskId } from '../rules/ids.ts';
import type { Refusal } from '../rules/refusal.ts';
import { findSearchTask } from '../store/search-task.store.ts';
import { answerSearch } from './answer-search.ts';
import type { ActionDeps } from './deps.ts';

/**
 * The unit that was asked answers a search task (协办): in the file of the agency that asked, of which it sees nothing but the question.
 * Refuses officers of other units and those who do not handle applications in their own.
 */
export async function answerSearchTask(
  deps: ActionDeps,
  officer: Officer,
  answered: { readonly task: SearchTaskId; readonly found: boolean; readonly result: string },
): Promise<Result<CaseFile, Refusal>> {
  const task = await findSearchTask(deps.queries, answered.task);
  if (task === undefined || task.unit !== officer.agency) return refuse({ kind: 'not-found' });
  if (!may(officer, 'handle-application', officer.agency))
    return refuse({ kind: 'forbidden', ability: 'handle-application' });
  return answerSearch(deps, { kind: 'unit', officer }, { id: task.application, version: null }, answered);
}
