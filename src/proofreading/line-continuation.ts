/** 一、 （一） 1. 1． (1) ① 第一条 一是 # • and the like: what begins a new paragraph. */
const OPENING =
  /^(?:[#>•·●■◆★※*—–-]|[一二三四五六七八九十]{1,3}[、.．，是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、)）](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]{1,5}[条章节部款项]|附件|附：|附表|注：|备注|抄送|\|)/u;
const HAN_OR_COMMA_END = /[\p{Script=Han}，、]$/u;
const HAN_START = /^[\p{Script=Han}《“（\d]/u;
const INNER_STOP = /[，。；]/u;
/** 主持人：… */
const SPEAKER = /^[^，。；]{1,8}：/u;
const ANY_STOP = /[，。；：！？]/u;
const SHORTEST_BROKEN_LINE = 20;

/**
 * Whether a paragraph that ends with `line` runs on in `next`, the following line with text (both trimmed): a line of prose that stops
 * in mid-sentence before a line that begins nothing new. Headings, signatures, table rows and list items do not.
 */
export function continuesOn(line: string, next: string): boolean {
  return (
    line.length >= SHORTEST_BROKEN_LINE &&
    HAN_OR_COMMA_END.test(line.slice(-1)) &&
    HAN_START.test(next) &&
    !line.includes('\t') &&
    !line.includes('|') &&
    !next.includes('\t') &&
    !OPENING.test(next.slice(0, 12)) &&
    !SPEAKER.test(next.slice(0, 10)) &&
    INNER_STOP.test(line) &&
    ANY_STOP.test(next)
  );
}
