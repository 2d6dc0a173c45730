import { pinyin } from 'pinyin-pro';
import { foldText } from './fold-text.ts';
import type { Vocabulary } from './search-index.ts';

const SYLLABLES = new Map<string, string>();

/** How a character is read, without tone; itself where it is no Chinese character. */
function syllableOf(character: string): string {
  let syllable = SYLLABLES.get(character);
  if (syllable === undefined) {
    syllable = pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character;
    SYLLABLES.set(character, syllable);
  }
  return syllable;
}

type Spoken = { readonly characters: readonly string[]; readonly syllables: readonly string[] };

function spokenOf(text: string): Spoken {
  const characters = Array.from(foldText(text));
  return { characters, syllables: characters.map(syllableOf) };
}

/** A vocabulary as it is spoken, for as long as it is the same. */
const SPOKEN = new WeakMap<Vocabulary, readonly Spoken[]>();

/** Words that sound like the question: as many characters, at most one of them read otherwise. */
function* soundingLike(asked: Spoken, { characters, syllables }: Spoken): Generator<string> {
  const length = asked.syllables.length;
  const allowed = length >= 4 ? 1 : 0;
  for (let at = 0; at + length <= characters.length; at += 1) {
    let different = 0;
    for (let index = 0; index < length && different <= allowed; index += 1)
      if (syllables[at + index] !== asked.syllables[index]) different += 1;
    if (different <= allowed) yield characters.slice(at, at + length).join('');
  }
}

/** Words whose reading, whole or by initials, is what was typed in Latin letters. */
function* readAs(letters: string, { characters, syllables }: Spoken): Generator<string> {
  for (let at = 0; at < characters.length; at += 1) {
    let whole = '';
    let initials = '';
    for (let to = at; to < characters.length && initials.length < letters.length; to += 1) {
      whole += syllables[to]!;
      initials += syllables[to]!.slice(0, 1);
      const isHan = characters[to]! !== syllables[to]!;
      if (!isHan) break;
      if (whole === letters || (initials === letters && letters.length >= 3))
        yield characters.slice(at, to + 1).join('');
    }
  }
}

const LETTERS = /^[a-z]{2,24}$/;
const SHORTEST = 2;
const LONGEST = 12;

function mostFrequent(words: Iterable<string>, not: string): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== not) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * 您是不是要找: the word of titles and keywords that was most likely meant by a question typed in pinyin, in initials, or with a
 * wrong character; undefined where none is near.
 */
export function suggestFor(question: string, vocabulary: Vocabulary): string | undefined {
  const folded = foldText(question);
  const texts = SPOKEN.getOrInsertComputed(vocabulary, ({ titles, keywords }) =>
    [...titles, ...keywords].map(spokenOf),
  );
  if (LETTERS.test(folded))
    return mostFrequent(
      texts.flatMap(text => [...readAs(folded, text)]),
      folded,
    );
  const asked = spokenOf(question);
  if (asked.characters.length < SHORTEST || asked.characters.length > LONGEST) return undefined;
  return mostFrequent(
    texts.flatMap(text => [...soundingLike(asked, text)]),
    folded,
  );
}

/** What is a keyword of so large a part of all that it tells nothing. */
const EVERYWHERE = 0.25;

const FREQUENT = new WeakMap<Vocabulary, readonly (readonly [word: string, given: number])[]>();

/** 热词: the keywords given most often, at most so many, without those that name a column or stand nearly everywhere. */
export function hotWords(vocabulary: Vocabulary, most: number, named: readonly string[] = []): readonly string[] {
  const left = new Set(named);
  const { titles } = vocabulary;
  return FREQUENT.getOrInsertComputed(vocabulary, ({ keywords }) =>
    [...Map.groupBy(keywords, word => word)]
      .map(([word, given]) => [word, given.length] as const)
      .toSorted(([, one], [, other]) => other - one),
  )
    .filter(([word, given]) => !left.has(word) && (titles.length < 20 || given < titles.length * EVERYWHERE))
    .slice(0, most)
    .map(([word]) => word);
}
