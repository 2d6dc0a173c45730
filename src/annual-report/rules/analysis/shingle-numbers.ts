import { SHINGLE } from '../repetition.ts';

/** The shingles of texts as numbers: the same number for the same twelve characters, wherever they stand. */
export type ShingleNumbers = { readonly ids: readonly Int32Array[]; readonly distinct: number };

function hashAt(text: string, place: number): number {
  let hash = 0x811c9dc5;
  for (let index = place; index < place + SHINGLE; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isSame(one: string, place: number, other: string, otherPlace: number): boolean {
  for (let index = 0; index < SHINGLE; index++)
    if (one.charCodeAt(place + index) !== other.charCodeAt(otherPlace + index)) return false;
  return true;
}

/**
 * Numbers the shingles of all texts. A million and a half of them as strings in a Map cost seconds and hundreds of megabytes; here each
 * is its first place of occurrence in a table of open addresses, compared character by character.
 */
export function numberShingles(texts: readonly string[]): ShingleNumbers {
  const counts = texts.map(({ length }) => Math.max(0, length - SHINGLE + 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, total * 2)));
  const slots = new Int32Array(size).fill(-1);
  const firstText = new Int32Array(total);
  const firstPlace = new Int32Array(total);
  let distinct = 0;
  const ids = texts.map((text, number) => {
    const numbers = new Int32Array(counts[number]!);
    for (let place = 0; place < numbers.length; place++) {
      let slot = hashAt(text, place) & (size - 1);
      for (let id = slots[slot]!; id >= 0; id = slots[slot]!) {
        if (isSame(text, place, texts[firstText[id]!]!, firstPlace[id]!)) break;
        slot = (slot + 1) & (size - 1);
      }
      if (slots[slot]! < 0) {
        slots[slot] = distinct;
        firstText[distinct] = number;
        firstPlace[distinct] = place;
        distinct += 1;
      }
      numbers[place] = slots[slot]!;
    }
    return numbers;
  });
  return { ids, distinct };
}
