import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import type { DisputeAct } from '../rules/dispute-log.ts';
import type { DisputeFile } from '../store/dispute.store.ts';
import { performOnDispute } from './perform-dispute.ts';
import type { DisputeDeps, DisputeProblem } from './perform-dispute.ts';

/** Ends a dispute with its result; table four counts it in the year of that day. */
export async function closeDispute(
  deps: DisputeDeps,
  officer: Officer,
  ref: { readonly id: DisputeId; readonly seen: number },
  input: Omit<Extract<DisputeAct, { kind: 'closed' }>, 'kind'>,
): Promise<Result<DisputeFile, DisputeProblem>> {
  return performOnDispute(deps, officer, ref, { kind: 'closed', ...input });
}
