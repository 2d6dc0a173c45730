import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import type { DisputeFile } from '../store/dispute.store.ts';
import { performOnDispute } from './perform-dispute.ts';
import type { DisputeDeps, DisputeProblem } from './perform-dispute.ts';

/** The dispute goes on after all: appeal, retrial or resumption. It stays one case, counted by its latest result. */
export async function reopenDispute(
  deps: DisputeDeps,
  officer: Officer,
  ref: { readonly id: DisputeId; readonly seen: number },
  input: { readonly on: Temporal.PlainDate; readonly reason: string },
): Promise<Result<DisputeFile, DisputeProblem>> {
  if (input.reason.trim() === '') return refuse({ field: 'reason', message: '请写明继续审理的原因，例如提起上诉' });
  return performOnDispute(deps, officer, ref, { kind: 'reopened', ...input });
}
