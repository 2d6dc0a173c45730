/** What Chinese documents are written with: ASCII, Chinese characters and punctuation, and the usual signs. */
const USUAL =
  /[\u0020-\u007E\u00A0-\u00FF\u0370-\u03FF\u2000-\u206F\u20A0-\u22FF\u2460-\u25FF\u2E80-\u303F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFEF]/u;
const IDEOGRAPH = /[\u4E00-\u9FFF]/gu;
/** One of these is every tenth character of any Chinese text. */
const COMMONEST = /[的一是在不了有和人这中大为上个国要时会可以年月日于对行公政府信息工作单位部机关法]/gu;

const MAX_UNUSUAL_SHARE = 0.3;
const ENOUGH_IDEOGRAPHS = 200;
const MIN_COMMON_SHARE = 0.02;

/**
 * Whether a text cannot be what stands on the page: too many signs no Chinese document uses (private use, other scripts),
 * or many Chinese characters and none of the commonest. So it comes out where fonts do not say which characters they draw.
 */
export function findGarbling(text: string): boolean {
  const characters = Array.from(text);
  const unusual = characters.filter(character => !USUAL.test(character)).length;
  if (unusual > MAX_UNUSUAL_SHARE * characters.length) return true;
  const ideographs = text.match(IDEOGRAPH)?.length ?? 0;
  const common = text.match(COMMONEST)?.length ?? 0;
  return ideographs >= ENOUGH_IDEOGRAPHS && common < MIN_COMMON_SHARE * ideographs;
}
