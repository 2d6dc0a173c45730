import type { Result } from '../../kernel/result.ts';
import type { ActOf } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { ActionDeps, Party } from './deps.ts';
import { performAct } from './perform.ts';
import type { FileRef } from './perform.ts';

type Input = Omit<ActOf<'reply-ordered'>, 'kind'>;

/**
 * A decision or judgment orders a new reply: the file is open again with its own period, and is not counted as new.
 */
export async function orderReply(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Input,
): Promise<Result<CaseFile, Refusal>> {
  return performAct(deps, party, ref, { kind: 'reply-ordered', ...input });
}
