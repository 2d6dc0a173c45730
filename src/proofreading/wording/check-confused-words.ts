import type { Citation } from '../../law/citation.ts';
import { CONFUSED_WORDS, type ConfusedWord } from '../lexicons/confused-words.ts';
import { originalSpan, type ReadableText } from '../readable-text.ts';
import type { Remark } from '../remark.ts';
import { longestTermAt, termTrie } from './term-trie.ts';

const BASIS: Citation = { source: 'language', article: 9 };
const TRIE = termTrie(
  CONFUSED_WORDS.map(({ wrong }) => wrong),
  () => 0,
);

/** Words of the list of wrong and non-standard forms (布署, 截止目前, 领导小姐 …), unless their characters belong to other words. */
export function checkConfusedWords(readable: ReadableText): readonly Remark[] {
  const { text } = readable;
  const remarks: Remark[] = [];
  for (let start = 0; start < text.length; start++) {
    const found = longestTermAt(TRIE, text, start);
    if (found < 0) continue;
    const word = CONFUSED_WORDS[found]!;
    if (!standsApart(text, start, word)) continue;
    const end = start + word.wrong.length;
    remarks.push({
      level: word.level,
      span: originalSpan(readable, start, end),
      message:
        word.why === undefined
          ? `“${word.wrong}”应写作“${word.right}”。`
          : `“${word.wrong}”在这里用得是否恰当请核对：${word.why}。`,
      suggestion: `改为“${word.right}”`,
      basis: BASIS,
    });
    start = end - 1;
  }
  return remarks;
}

function standsApart(text: string, start: number, { wrong, notAfter, notBefore }: ConfusedWord): boolean {
  const [before, after] = [text[start - 1], text[start + wrong.length]];
  return !(
    (before !== undefined && notAfter?.includes(before) === true) ||
    (after !== undefined && notBefore?.includes(after) === true)
  );
}
