import { refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Officer } from '../../people/rules/officer.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import type { DisputeFacts } from '../rules/dispute-log.ts';
import { saveParty } from '../store/dispute.store.ts';
import type { DisputeFile } from '../store/dispute.store.ts';
import { partyContext, performOnDispute } from './perform-dispute.ts';
import type { DisputeDeps, DisputeProblem } from './perform-dispute.ts';

/** Corrects what was entered of a dispute, with the reason; what stood there before stays in the log. */
export async function amendDispute(
  deps: DisputeDeps,
  officer: Officer,
  ref: { readonly id: DisputeId; readonly seen: number },
  input: { readonly facts: DisputeFacts; readonly party: string; readonly reason: string },
): Promise<Result<DisputeFile, DisputeProblem>> {
  const [party, reason] = [input.party.trim(), input.reason.trim()];
  if (party === '') return refuse({ field: 'party', message: '请填写复议申请人或者原告' });
  if (reason === '') return refuse({ field: 'reason', message: '请写明更正的原因' });
  const sealed = deps.sealing.seal(party, partyContext(ref.id));
  return performOnDispute(deps, officer, ref, { kind: 'amended', reason, ...input.facts }, async transaction =>
    saveParty(transaction, ref.id, sealed),
  );
}
