import { citationText } from '../../law/citation.ts';
import { REMEDY_BASIS, remedyOrderOf } from '../../law/remedies.ts';
import { withholdingGroundsOf } from '../../applications/rules/reply.ts';
import type { Reply } from '../../applications/rules/reply.ts';
import type { DisputeFacts } from './dispute-log.ts';
import { groupOf } from './dispute.ts';

/**
 * What is wrong with the way a dispute took, in one sentence: a suit without 复议 although the reply rests on Art. 14–16, for which
 * 复议 comes first since 2024. Null where nothing is. Replies of both kinds are told of before they are entered, never refused: a
 * court decides what it admits.
 */
export function routeConflict(
  dispute: Pick<DisputeFacts, 'disputeKind' | 'role' | 'reconsideration'>,
  answer: { readonly reply: Reply; readonly on: Temporal.PlainDate } | undefined,
): string | null {
  if (answer === undefined || dispute.role !== 'respondent' || groupOf(dispute) !== 'litigationDirect') return null;
  const restsOnWithholding = withholdingGroundsOf(answer.reply).length > 0;
  if (remedyOrderOf(restsOnWithholding, answer.on) !== 'reconsideration-first') return null;
  return `所争议的答复（${answer.on.toString()}）依据条例第十四条至第十六条不予公开，按照${citationText(REMEDY_BASIS.reconsiderationFirst)}应当先申请行政复议，未经复议直接起诉的不应立案`;
}
