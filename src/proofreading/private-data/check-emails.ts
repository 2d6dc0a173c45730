import type { Citation } from '../../law/citation.ts';
import type { Remark } from '../remark.ts';
import { masked } from './masks.ts';
import { lineBefore, ownerOf } from './surroundings.ts';

const BASIS: Citation = { source: 'personal-information', article: 4 };
const LONGEST_PART = 64;
const LOCAL = /[A-Za-z\d._%+-]+$/u;
const DOMAIN = /^[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/u;

/** E-mail addresses that are not an office's: not under gov.cn, and not given as a contact. */
export function checkEmails(text: string): readonly Remark[] {
  const remarks: Remark[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_PART), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_PART))?.[0];
    if (local === undefined || domain === undefined || /(?:^|\.)gov\.cn$/u.test(domain)) continue;
    const start = at - local.length;
    const owner = ownerOf(lineBefore(text, start));
    if (owner === 'office') continue;
    const hidden = `${masked(local, 1, 0)}@${domain}`;
    remarks.push({
      level: owner === 'person' ? 'warning' : 'notice',
      span: { start, end: at + 1 + domain.length },
      quote: hidden,
      message: '疑似公开了个人电子邮箱，请核对是否有公开依据，没有的应当隐去或者删除。',
      suggestion: `改为“${hidden}”`,
      basis: BASIS,
    });
  }
  return remarks;
}
