import { pairsOf } from './earlier-applications.ts';
import type { ApplicationId } from './ids.ts';

/** What somebody asked for, and how it fared; `applicant` is a digest, the same for the same applicant. */
export type Asked = {
  readonly id: ApplicationId;
  readonly year: number;
  readonly number: number;
  readonly description: string;
  readonly applicant: string;
  readonly lodgedOn: Temporal.PlainDate;
  /** Whether any of it was given. */
  readonly granted: boolean;
  readonly promoted: boolean;
};

/** From here on two descriptions are taken for the same information; an officer looks before anything is done. */
const SAME = 0.5;

/** Joins what is alike into groups: the index of each member's group, found by shared pairs of signs alone. */
function groupsOf(asked: readonly Asked[]): readonly number[] {
  const group = asked.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root]!;
    return root;
  };
  const pairs = asked.map(({ description }) => pairsOf(description));
  const members = new Map<string, number[]>();
  for (const [index, own] of pairs.entries()) {
    const common = new Map<number, number>();
    for (const pair of own)
      for (const other of members.get(pair) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    for (const [other, count] of common)
      if (count / (own.size + pairs[other]!.size - count) >= SAME) group[rootOf(index)] = rootOf(other);
    for (const pair of own) members.set(pair, [...(members.get(pair) ?? []), index]);
  }
  return group.map((_, index) => rootOf(index));
}

/**
 * Information that several applicants asked for and that can be disclosed, but is not public yet: the agency may take it into proactive
 * disclosure, and must consider it when an applicant says so (Art. 44). Groups with the most applicants first.
 */
export function askedTwice(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups = new Map<number, Asked[]>();
  for (const [index, root] of groupsOf(asked).entries()) groups.set(root, [...(groups.get(root) ?? []), asked[index]!]);
  const applicantsOf = (group: readonly Asked[]) => new Set(group.map(({ applicant }) => applicant)).size;
  return [...groups.values()]
    .filter(group => applicantsOf(group) > 1 && group.some(({ granted }) => granted))
    .filter(group => !group.some(({ promoted }) => promoted))
    .toSorted((one, other) => applicantsOf(other) - applicantsOf(one));
}
