import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'fee-paid'>, 'kind'>;

/**
 * Notes that the processing fee was paid in full: the period for the reply starts anew on the next day (国办函〔2020〕109号 Art. 6).
 * Refuses an amount that is not the one noticed.
 */
export async function payFee(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'fee-paid', ...input });
}
