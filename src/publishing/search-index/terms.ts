import { foldText } from './fold-text.ts';

/** Parts of a text that no phrase runs across stand apart by this in the folded text. */
export const PART_BREAK = '\n';

const BREAK = PART_BREAK.charCodeAt(0);

const sortedOnce = (terms: Int32Array): Int32Array =>
  terms.sort().filter((term, at) => at === 0 || term !== terms[at - 1]);

const pairOf = (before: number, unit: number): number => (before << 16) | unit;

/**
 * The terms under which a folded text is found: every UTF-16 unit, and every pair of neighbours as one signed number of 32 bits; each
 * once. Any phrase is found by its pairs wherever it was cut from the text.
 */
export function termsOf(folded: string): Int32Array {
  const terms = new Int32Array(folded.length * 2);
  let count = 0;
  let before = BREAK;
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    if (unit !== BREAK) terms[count++] = unit;
    if (unit !== BREAK && before !== BREAK) terms[count++] = pairOf(before, unit);
    before = unit;
  }
  return sortedOnce(terms.subarray(0, count));
}

/** The longest question that is answered whole, in characters; the rest of a longer one is passed over. */
export const LONGEST_QUESTION = 100;

/** Words between quotation marks, else what stands between spaces. */
const WORDS = /"([^"]+)"|“([^”]+)”|([^\s"“”]+)/gu;

/** The words of a question as they are searched: each must be found, in any order. Empty where nothing can be searched. */
export function foldedWordsOf(question: string): readonly string[] {
  const words = [...question.slice(0, LONGEST_QUESTION).matchAll(WORDS)].map(([, straight, curved, plain]) =>
    foldText(straight ?? curved ?? plain!),
  );
  return [...new Set(words)].filter(word => word !== '');
}

function termsOfWord(word: string): readonly number[] {
  if (word.length === 1) return [word.charCodeAt(0)];
  return Array.from({ length: word.length - 1 }, (_, at) => pairOf(word.charCodeAt(at), word.charCodeAt(at + 1)));
}

/** The terms that a text with all these words has. */
export const termsOfWords = (words: readonly string[]): readonly number[] => [...new Set(words.flatMap(termsOfWord))];

/** Whether the terms of the words are the words: then nothing that they find can be wrong. */
export const areExactTerms = (words: readonly string[]): boolean => words.every(word => word.length <= 2);
