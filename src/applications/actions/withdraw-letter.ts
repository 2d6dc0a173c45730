import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

/** Takes a letter back that has not gone out; a 文号 that it has got stays used. Refuses without a reason. */
export async function withdrawLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId; readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  if (input.reason.trim() === '') return refuse(unusable('reason', '请写明撤回的原因'));
  return performAct(deps, party, ref, { kind: 'letter-withdrawn', letter: input.letter, reason: input.reason.trim() });
}
