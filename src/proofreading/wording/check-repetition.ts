import type { Citation } from '../../law/citation.ts';
import { isCommonPair } from '../lexicons/common-words.ts';
import { isHan, originalSpan, type ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';

const BASIS: Citation = { source: 'language', article: 9 };
/** Characters that never stand twice in a row unless one of them belongs to another word (目的的, 但是是否). */
const NEVER_DOUBLED: ReadonlySet<string> = new Set('的了是在和与及或对为将把被向由从于以并且而但其该各已未不');
const LONGEST_REPEATED = 12;
/** Two-character repetitions are often right (研究研究); from three characters on they are not. */
const SHORTEST_REPEATED = 3;
/** 一步步一步步, 逐条地逐条地: counted one by one. */
const COUNTED = /^[一逐挨每两几].{1,3}$/u;
/** A sentence shorter than this may come back by right. */
const SHORTEST_SENTENCE = 20;
/** Items of a list come back by right (（五）法律、法规规定的其他情形). */
const LIST_ITEM = /^[（(]/u;

/** Doubled characters, words repeated at once, and whole sentences or clauses that stand twice. */
export function checkRepetition(readable: ReadableText): readonly Remark[] {
  return [...doubledCharacters(readable), ...repeatedWords(readable), ...repeatedSentences(readable)];
}

function doubledCharacters(readable: ReadableText): readonly Remark[] {
  const { text } = readable;
  const remarks: Remark[] = [];
  for (let at = 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== text.charCodeAt(at - 1)) continue;
    const character = text[at]!;
    if (!NEVER_DOUBLED.has(character)) continue;
    const [before, after] = [text[at - 2] ?? '', text[at + 1] ?? ''];
    if (isCommonPair(text, at - 2) || isCommonPair(text, at) || before === character || after === character) continue;
    remarks.push({
      level: 'warning',
      span: originalSpan(readable, at - 1, at + 1),
      message: `“${character}${character}”疑为重字，核对是否多了一个“${character}”。`,
      suggestion: `改为“${character}”`,
      basis: BASIS,
    });
  }
  return remarks;
}

/** A stretch of 3 to 12 Chinese characters that follows upon itself, or a whole clause that does so after a comma. */
function repeatedWords(readable: ReadableText): readonly Remark[] {
  const { text } = readable;
  const remarks: Remark[] = [];
  for (let start = 0; start + SHORTEST_REPEATED * 2 <= text.length; start++) {
    const length = repeatedLength(text, start);
    if (length === 0) continue;
    const word = text.slice(start, start + length);
    const end = start + length * 2 + (text[start + length] === word[0] ? 0 : 1);
    if (!COUNTED.test(word) && new Set(word).size > 1) {
      remarks.push({
        level: 'warning',
        span: originalSpan(readable, start, end),
        message: `“${word}”连续出现两次，疑为重复。`,
        suggestion: `删去一处“${word}”`,
        basis: BASIS,
      });
    }
    start = end - 1;
  }
  return remarks;
}

function repeatedLength(text: string, start: number): number {
  const first = text.charCodeAt(start);
  for (let length = 1; length <= LONGEST_REPEATED; length++) {
    if (!isHan(text.charCodeAt(start + length - 1))) return 0;
    if (length < SHORTEST_REPEATED) continue;
    const next = text.charCodeAt(start + length);
    if (next === first && text.startsWith(text.slice(start, start + length), start + length)) return length;
    if (next === COMMA && isClauseRepeated(text, start, length)) return length;
  }
  return 0;
}

/** Whether a clause of that length stands again, whole, behind the comma that ends it. */
function isClauseRepeated(text: string, start: number, length: number): boolean {
  const again = start + length + 1;
  return (
    isClauseEnd(text[start - 1]) &&
    text.startsWith(text.slice(start, start + length), again) &&
    isClauseEnd(text[again + length])
  );
}

const COMMA = 0xff0c;
const isClauseEnd = (character: string | undefined): boolean =>
  character === undefined || '，。；：！？\n'.includes(character);

const LINE_END = 0x0a;
const STOPS: ReadonlySet<number> = new Set(['。', '！', '？'].map(stop => stop.charCodeAt(0)));

function repeatedSentences(readable: ReadableText): readonly Remark[] {
  const { text } = readable;
  const seen = new Set<string>();
  const remarks: Remark[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_END) start = at + 1;
    if (!STOPS.has(code)) continue;
    const sentence = text.slice(start, at);
    if (sentence.length >= SHORTEST_SENTENCE && seen.has(sentence) && !LIST_ITEM.test(sentence)) {
      remarks.push({
        level: 'notice',
        span: originalSpan(readable, start, at + 1),
        message: '整句与前文重复，请核对是否为复制残留。',
        suggestion: '删去重复的一句',
        basis: BASIS,
      });
    }
    seen.add(sentence);
    start = at + 1;
  }
  return remarks;
}
