import { comparableText, SHINGLE, shinglesOf, wordsOfRun } from '../repetition.ts';

/** The same passage in two texts, as it stands in each: figures and punctuation may differ. `length` in characters compared. */
export type CommonPassage = { readonly length: number; readonly one: string; readonly other: string };

/** A shingle of one text may stand in the other again and again; more places than this tell nothing more. */
const MAX_PLACES = 20;

/** The passages that two texts share, the longest first, at most `limit`; what lies within a longer one is not told again. */
export function commonPassages(one: string, other: string, limit: number): readonly CommonPassage[] {
  const [here, there] = [comparableText(one), comparableText(other)];
  const shingles = shinglesOf(here);
  const places = new Map<string, number[]>();
  for (const [place, shingle] of shinglesOf(there).entries()) {
    const known = places.get(shingle);
    if (known === undefined) places.set(shingle, [place]);
    else if (known.length < MAX_PLACES) known.push(place);
  }
  const found: CommonPassage[] = [];
  for (let start = 0; start < shingles.length;) {
    let best = { length: 0, place: 0 };
    for (const place of places.get(shingles[start]!) ?? []) {
      let length = SHINGLE;
      while (
        start + length < here.text.length &&
        place + length < there.text.length &&
        here.text[start + length] === there.text[place + length]
      )
        length += 1;
      if (length > best.length) best = { length, place };
    }
    if (best.length === 0) {
      start += 1;
      continue;
    }
    found.push({
      length: best.length,
      one: wordsOfRun(here, { start, end: start + best.length }),
      other: wordsOfRun(there, { start: best.place, end: best.place + best.length }),
    });
    start += best.length;
  }
  return found.toSorted((a, b) => b.length - a.length).slice(0, limit);
}
