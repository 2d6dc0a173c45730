import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

/**
 * The head of the disclosure office agrees to an extension (Art. 33). It takes effect when the applicant is told, on or before
 * the due date: the letter does that. Refuses whoever asked for it, and after the due date.
 */
export async function approveExtension(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
): Promise<Result<CaseFile, Refusal>> {
  if (party.kind !== 'officer') return refuse({ kind: 'forbidden', ability: 'approve-extension' });
  return performAct(deps, party, ref, { kind: 'extension-approved', on: deps.today(), approver: party.officer.id });
}
