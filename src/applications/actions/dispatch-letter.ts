import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Act } from '../rules/application-log.ts';
import type { CaseFile } from '../rules/case-file.ts';
import { arrivesAtOnce, effectOfDispatch } from '../rules/letters/effect-of-dispatch.ts';
import type { Dispatch } from '../rules/letters/effect-of-dispatch.ts';
import { notOpen, unusable } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { insertFileRow } from '../store/application-file.store.ts';
import type { KeptFile } from '../store/application-file.store.ts';
import { findVersion } from '../store/letter.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/**
 * Sends a signed letter, or sends it again after it came back. What follows in law happens with it: a notice to correct stops
 * the clock, a reply settles the case, and so on. Only the postal enterprise may carry; a tracking number is asked for.
 */
export async function dispatchLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: Dispatch & { readonly proofs: readonly KeptFile[] },
): Promise<Result<CaseFile, Refusal>> {
  if (input.method === 'post' && (input.trackingNumber ?? '').trim() === '')
    return refuse(unusable('trackingNumber', '请填写邮政快递或者挂号信的邮件号'));
  return perform(deps, party, ref, async ({ application }, transaction) => {
    const letter = application.letters.find(({ id }) => id === input.letter);
    const saved =
      letter === undefined ? undefined : await findVersion(transaction, deps.sealing, input.letter, letter.version);
    if (letter === undefined || saved === undefined) return refuse(notOpen('这份文书还没有签发，不能发出'));
    const first = letter.deliveries.length === 0;
    const effect = first ? effectOfDispatch(application, saved, input) : ok<readonly Act[]>([]);
    if (!effect.ok) return effect;
    const { method, on, trackingNumber } = input;
    const acts: Act[] = [
      { kind: 'letter-dispatched', letter: input.letter, method, on, trackingNumber },
      ...effect.value,
      ...(arrivesAtOnce(method) ? [{ kind: 'letter-delivered', letter: input.letter, on } as const] : []),
    ];
    return ok({
      acts,
      write: async () => {
        for (const proof of input.proofs) await insertFileRow(transaction, deps.sealing, ref.id, proof);
      },
    });
  });
}
