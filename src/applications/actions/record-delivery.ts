import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import { effectOfArrival } from '../rules/letters/effect-of-dispatch.ts';
import { unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

export type DeliveryResult =
  /** Signed for, or arrived. */
  | { readonly kind: 'delivered'; readonly on: Temporal.PlainDate }
  /** Came back: the letter is to be delivered again. */
  | { readonly kind: 'bounced'; readonly on: Temporal.PlainDate; readonly reason: string };

/**
 * Notes what became of a letter that was sent (送达): other people's periods begin on the day it arrived. One that came back is to be
 * delivered again. Refuses a return without its reason.
 */
export async function recordDelivery(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId; readonly result: DeliveryResult; readonly proofs: readonly KeptFile[] },
): Promise<Result<CaseFile, Refusal>> {
  const { letter, result } = input;
  if (result.kind === 'bounced' && result.reason.trim() === '')
    return refuse(unusable('reason', '请写明退回的原因，例如地址不详、逾期未领'));
  return perform(deps, party, ref, ({ application }) =>
    ok({
      acts:
        result.kind === 'delivered'
          ? [{ kind: 'letter-delivered', letter, on: result.on }, ...effectOfArrival(application, letter, result.on)]
          : [{ kind: 'letter-bounced', letter, on: result.on, reason: result.reason.trim() }],
      write: async transaction => {
        for (const proof of input.proofs) await insertFileRow(transaction, deps.sealing, ref.id, proof);
      },
    }),
  );
}
