import type { LegalReview } from '../../people/rules/agency.ts';
import type { ReviewStep } from './application-log.ts';
import { isReplyKind } from './letters/letter-kinds.ts';
import type { LetterKind } from './letters/letter-kinds.ts';
import { isRefusal } from './reply.ts';
import type { Reply } from './reply.ts';

/** Whether a letter's legality is reviewed before it is signed: by what the agency has decided. */
function needsLegality(reply: Reply, legalReview: LegalReview): boolean {
  return legalReview === 'every-reply' || (legalReview === 'refusals' && isRefusal(reply));
}

/**
 * The steps that a letter goes through before it is issued (签发审批): a reply is reviewed by the disclosure office and for secrecy
 * (Art. 17), a refusal for its legality too where the agency has it so; letters on the way are signed alone.
 */
export function approvalChainOf(
  kind: LetterKind,
  reply: Reply | null,
  legalReview: LegalReview,
): readonly ReviewStep[] {
  if (!isReplyKind(kind) || reply === null) return ['sign'];
  return needsLegality(reply, legalReview) ? ['review', 'secrecy', 'legality', 'sign'] : ['review', 'secrecy', 'sign'];
}
