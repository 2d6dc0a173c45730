import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'intake-corrected'>, 'kind'>;

/**
 * Corrects what was registered of an application's arrival, with the reason. The day of receipt and every date behind it follow;
 * the first entry stays in the log.
 */
export async function correctIntake(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'intake-corrected', ...input });
}
