import { citationText } from '../../../law/citation.ts';
import { PERIODS } from '../../../law/periods.ts';
import { REMEDY_BASIS } from '../../../law/remedies.ts';
import type { RemedyOrder } from '../../../law/remedies.ts';
import type { LetterRemedy } from './letter-facts.ts';

const RECONSIDERATION = `${PERIODS.reconsideration.length}日内`;
const SUIT = `${PERIODS.litigation.length}个月内`;
const SUIT_AFTER = `${PERIODS['litigation-after-reconsideration'].length}日内`;

/**
 * The paragraph on remedies. A: 复议 or a suit as one likes. B: 复议 first, and against its decision a suit; it says that this is
 * so, as 行政复议法 Art. 23 demands. Empty while organ or court is not known: such a letter has a fault and is not issued.
 */
export function remedyParagraph(
  order: RemedyOrder,
  { reviewOrgan, court, onlineChannel }: LetterRemedy,
  servedOnline: boolean,
): string {
  if (reviewOrgan === null || court === null) return '';
  const online = servedOnline && onlineChannel !== null ? `提交行政复议申请书的互联网渠道：${onlineChannel}。` : '';
  if (order === 'free-choice')
    return `如对本告知书不服，可以自收到本告知书之日起${RECONSIDERATION}向${reviewOrgan}申请行政复议，也可以自收到本告知书之日起${SUIT}向${court}提起行政诉讼。${online}`;
  const basis = citationText(REMEDY_BASIS.reconsiderationFirst);
  return `如对本告知书不服，根据${basis}的规定，应当自收到本告知书之日起${RECONSIDERATION}先向${reviewOrgan}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起${SUIT_AFTER}向${court}提起行政诉讼。${online}`;
}
