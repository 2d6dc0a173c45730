/** Something that anyone may read already. */
export type PublicHit = {
  readonly title: string;
  readonly href: string;
  /** What it is and whose: 政府信息公开年报 · 区政府办公室. */
  readonly kind: string;
  readonly publishedOn: Temporal.PlainDate | null;
  /** How many of the words were found, from 0 to 1. */
  readonly weight: number;
};

/** What is public already and can be searched: each part of the site that publishes brings its own. */
export type PublicIndex = (words: string, most: number) => Promise<readonly PublicHit[]>;

/** Several indexes as one: the best hits of all, each address once. */
export function joinIndexes(indexes: readonly PublicIndex[]): PublicIndex {
  return async (words, most) => {
    const all = (await Promise.all(indexes.map(index => index(words, most)))).flat();
    const byAddress = new Map(all.map(hit => [hit.href, hit]));
    return [...byAddress.values()].toSorted((a, b) => b.weight - a.weight).slice(0, most);
  };
}
