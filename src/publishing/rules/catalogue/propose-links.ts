import { matterText } from './stored-entry.ts';
import type { StoredEntry } from './stored-entry.ts';

/** What a proposal looks at: the title of something published, and the name of its column. */
export type LinkCandidate = { readonly title: string; readonly columnName: string };

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = text.replaceAll(/[^\p{Script=Han}\p{Letter}\p{Number}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
};

const shareIn = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  part.size === 0 ? 0 : [...part].filter(pair => whole.has(pair)).length / part.size;

/** Below this nothing is proposed: two characters in common happen by chance. */
export const LEAST_LIKENESS = 0.3;

/** From 0 to 1: how much of an entry's matter stands in a title, its field and first item in title or column counting besides. */
export function likenessTo(
  entry: Pick<StoredEntry, 'field' | 'firstItem' | 'secondItem'>,
  { title, columnName }: LinkCandidate,
): number {
  const here = pairsOf(title);
  const around = pairsOf(`${title}|${columnName}`);
  const matter = shareIn(pairsOf(entry.secondItem === '' ? entry.firstItem : entry.secondItem), here);
  return 0.6 * matter + 0.2 * shareIn(pairsOf(matterText(entry)), around) + 0.2 * shareIn(pairsOf(entry.field), around);
}

/** The candidates that may fulfil an entry, the likeliest first; at most so many. */
export function proposeLinks<Candidate extends LinkCandidate>(
  entry: StoredEntry,
  candidates: readonly Candidate[],
  most: number,
): readonly Candidate[] {
  return candidates
    .map(candidate => ({ candidate, likeness: likenessTo(entry, candidate) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
