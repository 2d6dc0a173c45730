import { foldText } from './fold-text.ts';

/** Parts of a text that no phrase runs across stand apart by this in the folded text. */
export const PART_BREAK = '\n';

/** A tsvector holds 1 MiB; a text with more different pairs than this is longer than any document we know of. */
const MOST_TERMS = 120_000;

/**
 * The terms under which a folded text is found: every pair of neighbouring characters, and the last character of each part. Any
 * phrase of two characters or more is found by its pairs wherever it was cut from the text; a single character is the beginning
 * of a pair or a last character.
 */
export function termsOf(folded: string): readonly string[] {
  const terms = new Set<string>();
  for (const part of folded.split(PART_BREAK)) {
    let before = '';
    for (const character of part) {
      if (before !== '') terms.add(before + character);
      before = character;
    }
    if (before !== '') terms.add(before);
    if (terms.size > MOST_TERMS) break;
  }
  return [...terms];
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

const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function pairsOf(word: string): readonly string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

/** Folded words as a tsquery. A word of one character is the beginning of a pair. */
export function termQueryOf(words: readonly string[]): string {
  const terms = words.flatMap(word => {
    const pairs = pairsOf(word);
    return pairs.length === 0 ? [`${quoted(word)}:*`] : pairs.map(quoted);
  });
  return [...new Set(terms)].join(' & ');
}

/** Whether the terms of the words are the words: then nothing that they find can be wrong. */
export const areExactTerms = (words: readonly string[]): boolean => words.every(word => Array.from(word).length <= 2);
