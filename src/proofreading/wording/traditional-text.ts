import type { Citation } from '../../law/citation.ts';
import { TRADITIONAL_CHARACTERS } from '../lexicons/traditional-characters.ts';
import { isHan } from '../readable-text.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'language', article: 9 };
/** From this share of its Chinese characters on a text counts as written in traditional characters; below it they are slips. */
const SHARE = 0.05;
const FEWEST = 5;
const LAST = 0xffff;
/** 1 at the code of each of them. */
const IS_LISTED = new Uint8Array(LAST + 1);
for (const character of TRADITIONAL_CHARACTERS) IS_LISTED[character.charCodeAt(0)] = 1;

/** Whether a text is written in traditional characters throughout; its terms cannot be held against lexicons in simplified ones. */
export function isTraditional(text: string): boolean {
  let [traditional, han] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code)) continue;
    han++;
    traditional += IS_LISTED[code]!;
  }
  return traditional >= FEWEST && traditional >= han * SHARE;
}

/** The one remark such a text gets in place of a remark per character. */
export function traditionalRemark(text: string): Remark {
  const at = text.split('').findIndex(character => TRADITIONAL_CHARACTERS.has(character));
  return {
    level: 'warning',
    span: { start: at, end: at + 1 },
    message: '全文使用繁体字，国家机关公文应当使用规范汉字；词语差错未作核对，转换为简体后请再检查一遍。',
    suggestion: '全文转换为简体字',
    basis: BASIS,
  };
}
