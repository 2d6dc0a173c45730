/** Characters that belong to words; everything else parts them. */
const WORD = /[\p{Script=Han}]+|[\p{Letter}\p{Number}]+/gu;
const HAN = /\p{Script=Han}/u;

function termsOfRun(run: string): readonly string[] {
  const characters = Array.from(run);
  if (!HAN.test(run)) return [run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => characters[index]! + character);
}

/**
 * The terms under which a text is found: pairs of neighbouring Chinese characters, and words of letters or digits whole and in
 * lower case. Any phrase of two characters or more is found by its pairs, wherever it was cut from the text.
 */
export function searchTermsOf(text: string): readonly string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return [...new Set(runs.flatMap(termsOfRun))];
}
