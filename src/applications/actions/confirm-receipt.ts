import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'receipt-confirmed'>, 'kind'>;

/**
 * Both sides have confirmed that the application arrived (双方确认, Art. 31(3)): the day of confirmation is the day of receipt and the
 * clock starts. Refuses channels on which nothing needs confirming, a second confirmation, and days before the arrival or to come.
 */
export async function confirmReceipt(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'receipt-confirmed', ...input });
}
