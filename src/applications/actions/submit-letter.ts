import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { findAgency } from '../../people/store/agency.register.store.ts';
import { approvalChainOf } from '../rules/approval-chain.ts';
import type { CaseFile } from '../rules/case-file.ts';
import type { LetterId } from '../rules/ids.ts';
import { faultsOfLetter } from '../rules/letters/letter-faults.ts';
import { replyOf } from '../rules/letters/reply-of-draft.ts';
import { notOpen } from '../../people/rules/refusal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { templatesFor } from '../store/letter-template.store.ts';
import { findVersion, lastVersionOf } from '../store/letter.store.ts';
import type { ActionDeps, Party } from './deps.ts';
import { letterFactsOf } from './letter-facts.ts';
import { perform } from './perform.ts';
import type { FileRef } from './perform.ts';

/**
 * Submits the last version of a letter to its approval chain. Refuses a letter that lacks what the law demands of it: each part
 * that is missing is named with its article.
 */
export async function submitLetter(
  deps: ActionDeps,
  party: Party,
  ref: FileRef,
  input: { readonly letter: LetterId },
): Promise<Result<CaseFile, Refusal>> {
  return perform(deps, party, ref, async (file, transaction) => {
    const version = await lastVersionOf(transaction, input.letter);
    const saved = await findVersion(transaction, deps.sealing, input.letter, version);
    const agency = await findAgency(transaction, file.registration.agency);
    if (saved === undefined || agency === undefined) return refuse(notOpen('没有找到这份文书，请回到申请页面重新打开'));
    const facts = await letterFactsOf(transaction, deps, file, saved, null);
    const faults = faultsOfLetter(facts, await templatesFor(transaction, agency.code));
    if (faults.length > 0)
      return refuse({
        kind: 'unusable',
        problems: faults.map(({ part, message }) => ({ field: part, message })),
      } as const);
    const reply = replyOf(saved.draft);
    const steps = approvalChainOf(saved.draft.kind, reply, agency.legalReview);
    return ok({ acts: [{ kind: 'letter-submitted', letter: input.letter, version, reply, steps }] });
  });
}
