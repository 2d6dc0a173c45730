import type { AgencyCode } from '../../../people/rules/agency.ts';
import { comparableText, lengthOf, repeatedRuns, SHINGLE } from '../repetition.ts';
import type { ComparableText, Run } from '../repetition.ts';
import { numberShingles } from './shingle-numbers.ts';

/** The prose of one report, and the day from which others could have copied it (submission or publication); null when not known. */
export type ProseOfAgency = {
  readonly agency: AgencyCode;
  readonly text: string;
  readonly since: Temporal.PlainDate | null;
};

/** How much of one text stands in another: the share (0 to 1) of it, and the length of the longest passage in characters. */
type Shared = { readonly share: number; readonly longest: number };

/**
 * Two agencies whose prose is alike. `later` repeats `earlier` where the days say who was first; `order` is `unknown` where both have
 * the same day or one has none, and then the one of which the greater share is repeated stands as `later`.
 */
export type SimilarPair = {
  readonly earlier: AgencyCode;
  readonly later: AgencyCode;
  readonly order: 'by-date' | 'unknown';
  /** Share of the later one's text that stands in the earlier one's. */
  readonly share: number;
  /** Share of the earlier one's text that stands in the later one's. */
  readonly reverse: number;
  /** Characters of the longest common passage. */
  readonly longest: number;
};

/** Agencies whose texts are tied by pairs of at least `CLUSTER_SHARE`: most probably one template. */
export type SimilarCluster = { readonly agencies: readonly AgencyCode[] };

export type Similarity = {
  /** Texts long enough to be compared. */
  readonly compared: number;
  readonly tooShort: readonly AgencyCode[];
  /** The greatest share first. */
  readonly pairs: readonly SimilarPair[];
  readonly clusters: readonly SimilarCluster[];
};

/** Shorter texts repeat by chance (the same limit as in the audit `repetition`). */
const MIN_LENGTH = 60;
/** Offices with the same duties use the same words: pairs below this share tell nothing. */
export const PAIR_SHARE = 0.3;
const CLUSTER_SHARE = 0.6;
/**
 * A passage that stands in a fifth of all reports, and in five at least, is a standard term and not anybody's words; but only while it
 * is short: many agencies with one long passage have one template, and that is what is looked for.
 */
const COMMON_SHARE = 0.2;
const COMMON_AT_LEAST = 5;
const STANDARD_TERM = 30;
/** A candidate needs this part of the passages that `PAIR_SHARE` cannot do without; the rest is for passages that a text repeats. */
const SAFETY = 0.5;

type Indexed = {
  readonly agency: AgencyCode;
  readonly since: Temporal.PlainDate | null;
  readonly length: number;
  /** The number of the shingle at each place. */
  readonly ids: Int32Array;
};

type Index = {
  readonly texts: readonly Indexed[];
  readonly distinct: number;
  /** How many texts have the shingle. */
  readonly holders: Int32Array;
  /** Whether so many texts have the shingle that it is a standard term. */
  readonly common: Uint8Array;
};

function indexOf(prose: readonly (ProseOfAgency & { readonly comparable: ComparableText })[]): Index {
  const { ids: numbers, distinct } = numberShingles(prose.map(({ comparable }) => comparable.text));
  const texts = prose.map(({ agency, since, comparable }, text): Indexed => {
    return { agency, since, length: comparable.text.length, ids: numbers[text]! };
  });
  const holders = new Int32Array(distinct);
  const lastHolder = new Int32Array(distinct).fill(-1);
  for (const [text, { ids }] of texts.entries())
    for (const id of ids)
      if (lastHolder[id] !== text) {
        lastHolder[id] = text;
        holders[id]! += 1;
      }
  const from = Math.max(COMMON_AT_LEAST, Math.ceil(texts.length * COMMON_SHARE));
  return { texts, distinct, holders, common: Uint8Array.from(holders, count => (count >= from ? 1 : 0)) };
}

/** For each text those before it that share enough shingles: a shared run of n characters has n − 11 of them, so at least n / 12. */
function candidatesOf({ texts, distinct, holders }: Index): readonly (readonly number[])[] {
  // The texts that have a shingle stand one behind the other in one list: a list for each would fill hundreds of megabytes.
  const ends = new Int32Array(distinct);
  let all = 0;
  for (let id = 0; id < distinct; id += 1) {
    ends[id] = all;
    all += holders[id]!;
  }
  const starts = ends.slice();
  const list = new Int32Array(all);
  const shared = new Int32Array(texts.length);
  return texts.map(({ ids, length }, text) => {
    shared.fill(0);
    for (const id of ids) {
      const [start, end] = [starts[id]!, ends[id]!];
      if (end > start && list[end - 1] === text) continue;
      for (let place = start; place < end; place += 1) shared[list[place]!]! += 1;
      list[end] = text;
      ends[id] = end + 1;
    }
    const found: number[] = [];
    for (let other = 0; other < text; other += 1) {
      const needed = (Math.min(texts[other]!.length, length) * PAIR_SHARE) / SHINGLE;
      if (shared[other]! >= needed * SAFETY) found.push(other);
    }
    return found;
  });
}

/** The runs of a text that another one has too, without those that are standard terms and nothing more. */
function sharedRuns(ids: Int32Array, isKnown: (id: number) => boolean, common: Uint8Array): readonly Run[] {
  return repeatedRuns(ids.length, place => isKnown(ids[place]!)).filter(({ start, end }) => {
    if (end - start >= STANDARD_TERM) return true;
    for (let place = start; place + SHINGLE <= end; place += 1) if (common[ids[place]!] === 0) return true;
    return false;
  });
}

const sharedOf = (runs: readonly Run[], length: number): Shared => ({
  share: lengthOf(runs) / length,
  longest: Math.max(0, ...runs.map(({ start, end }) => end - start)),
});

function pairOf(one: Indexed, other: Indexed, ofOne: Shared, ofOther: Shared): SimilarPair {
  const days = one.since === null || other.since === null ? 0 : Temporal.PlainDate.compare(one.since, other.since);
  const isOneLater = days === 0 ? ofOne.share >= ofOther.share : days > 0;
  const [later, earlier, share, reverse] = isOneLater
    ? [one.agency, other.agency, ofOne.share, ofOther.share]
    : [other.agency, one.agency, ofOther.share, ofOne.share];
  const longest = Math.max(ofOne.longest, ofOther.longest);
  return { earlier, later, order: days === 0 ? 'unknown' : 'by-date', share, reverse, longest };
}

/** Pairs with at least one text of which `PAIR_SHARE` stands in the other, each computed exactly. */
function pairsOf(index: Index): readonly SimilarPair[] {
  const { texts, distinct, common } = index;
  const inText = new Int32Array(distinct).fill(-1);
  const inOther = new Int32Array(distinct).fill(-1);
  let mark = 0;
  return candidatesOf(index).flatMap((others, text) => {
    const one = texts[text]!;
    for (const id of one.ids) inText[id] = text;
    return others.flatMap(candidate => {
      const other = texts[candidate]!;
      mark += 1;
      for (const id of other.ids) inOther[id] = mark;
      const ofOne = sharedOf(
        sharedRuns(one.ids, id => inOther[id] === mark, common),
        one.length,
      );
      const ofOther = sharedOf(
        sharedRuns(other.ids, id => inText[id] === text, common),
        other.length,
      );
      return Math.max(ofOne.share, ofOther.share) < PAIR_SHARE ? [] : [pairOf(one, other, ofOne, ofOther)];
    });
  });
}

function clustersOf(pairs: readonly SimilarPair[]): readonly SimilarCluster[] {
  const roots = new Map<AgencyCode, AgencyCode>();
  const rootOf = (agency: AgencyCode): AgencyCode => {
    let root = agency;
    for (let above = roots.get(root); above !== undefined && above !== root; above = roots.get(root)) root = above;
    return root;
  };
  for (const { earlier, later, share, reverse } of pairs) {
    if (Math.max(share, reverse) < CLUSTER_SHARE) continue;
    for (const agency of [earlier, later]) if (!roots.has(agency)) roots.set(agency, agency);
    roots.set(rootOf(later), rootOf(earlier));
  }
  return [...Map.groupBy(roots.keys(), rootOf).values()]
    .map(agencies => ({ agencies: agencies.toSorted() }))
    .sort((a, b) => b.agencies.length - a.agencies.length);
}

/**
 * Who copied whom: every pair of agencies of which one repeats at least `PAIR_SHARE` of the other's prose, in passages of 12 characters
 * or more, figures, boilerplate of the form and standard terms apart. The notion is that of `repetitionOf`, and where no term is
 * standard the shares are the same. Pairs are sought by an inverted index of passages, so that a thousand reports take seconds.
 */
export function similarityOf(prose: readonly ProseOfAgency[]): Similarity {
  const read = prose.map(one => ({ ...one, comparable: comparableText(one.text) }));
  const long = read.filter(({ comparable }) => comparable.text.length >= MIN_LENGTH);
  const pairs = pairsOf(indexOf(long)).toSorted(
    (a, b) => Math.max(b.share, b.reverse) - Math.max(a.share, a.reverse) || b.longest - a.longest,
  );
  return {
    compared: long.length,
    tooShort: read.filter(({ comparable }) => comparable.text.length < MIN_LENGTH).map(({ agency }) => agency),
    pairs,
    clusters: clustersOf(pairs),
  };
}
