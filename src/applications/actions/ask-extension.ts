import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

/** Asks the head of the disclosure office to extend the period for the reply, by one to twenty working days and once (Art. 33). */
export async function askExtension(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly workingDays: number; readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'extension-asked', on: deps.today(), ...input });
}
