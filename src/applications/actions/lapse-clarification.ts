import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'clarification-lapsed'>, 'kind'>;

/**
 * Closes an application that was not clarified in time and without a proper reason: it counts as abandoned and is not handled
 * further (Art. 30). Refuses before the last day has passed.
 */
export async function lapseClarification(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'clarification-lapsed', ...input });
}
