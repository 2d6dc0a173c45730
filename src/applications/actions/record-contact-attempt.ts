import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'contact-attempted'>, 'kind'>;

/**
 * Somebody tried to reach the applicant to confirm receipt; each try is kept (国办公开办函〔2015〕207号).
 */
export async function recordContactAttempt(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'contact-attempted', ...input });
}
