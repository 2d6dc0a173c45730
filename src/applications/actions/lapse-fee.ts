import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'fee-lapsed'>, 'kind'>;

/**
 * Closes an application whose fee was not paid in time: it counts as abandoned (国办函〔2020〕109号 Art. 6). Refuses before the last
 * day has passed.
 */
export async function lapseFee(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'fee-lapsed', ...input });
}
