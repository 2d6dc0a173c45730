import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'satisfaction-given'>, 'kind'>;

/**
 * Keeps what the applicant thought of the handling, from 1 (poor) to 5 (good).
 */
export async function giveSatisfaction(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'satisfaction-given', ...input });
}
