import { isInformative } from './claim.ts';
import type { Clause, CueAt } from './clauses.ts';
import type { Memory } from './memory.ts';
import type { Numeral } from './numerals.ts';

/** The words that belong to each number of a clause. */
export function wordsOf(
  clauses: readonly Clause[],
  counts: readonly Numeral[],
  memory: Memory,
): readonly (readonly CueAt[])[] {
  const cues = clauses.flatMap(part => part.cues);
  const respective = respectiveWords(clauses, counts[0]!);
  if (respective !== null) memory.queue = respective;
  else if (memory.queue.length > 0 && cues.some(isInformative)) memory.queue = [];
  if (memory.queue.length > 0) {
    const words = counts.map((_, index) => memory.queue[index] ?? []);
    memory.queue = memory.queue.slice(counts.length);
    return words;
  }
  if (counts.length === 1) return [cues];
  const parts: CueAt[][] = [[], ...counts.map(() => [])];
  let behind = 0;
  for (const cue of cues) {
    while (behind < counts.length && counts[behind]!.start < cue.start) behind += 1;
    parts[behind]!.push(cue);
  }
  const labelled = parts[0]!.some(isInformative);
  if (!labelled) return counts.map((_, index) => (index === 0 ? [...parts[0]!, ...parts[1]!] : parts[index + 1]!));
  return counts.map((_, index) => {
    const last = index === counts.length - 1 && !parts[index]!.some(isInformative);
    return last ? [...parts[index]!, ...parts[index + 1]!] : parts[index]!;
  });
}

/** 「复议和诉讼分别为1件和2件」: what stands before 分别, part by part; null without 分别 or when its numbers have labels. */
function respectiveWords(clauses: readonly Clause[], first: Numeral): readonly (readonly CueAt[])[] | null {
  const last = clauses.at(-1)!;
  const mark = last.cues.find(({ kind }) => kind === 'respectively');
  if (mark === undefined || mark.start > first.start) return null;
  if (last.cues.some(cue => isInformative(cue) && cue.start > mark.start && cue.start < first.start)) return null;
  const groups: CueAt[][] = [];
  for (const clause of clauses) {
    groups.push([]);
    for (const cue of clause.cues) {
      if (cue.start > mark.start) break;
      if (cue.kind === 'joint') groups.push([]);
      else groups.at(-1)!.push(cue);
    }
  }
  const told = groups.filter(group => group.some(isInformative));
  const topic = told.flat().findLast(({ kind }) => kind === 'topic');
  if (told.length < 2 || topic === undefined) return null;
  return told.map(group => (group.some(({ kind }) => kind === 'topic') ? group : [topic, ...group]));
}
