import type { CueAt } from './clauses.ts';
import type { FormTopic, Topic } from './lexicon.ts';
import { familyOf } from './readings.ts';
import type { Claim } from './readings.ts';

const INFORMATIVE: ReadonlySet<CueAt['kind']> = new Set(['topic', 'act', 'outcome', 'applicant', 'result', 'route']);

/** A word that says what is counted; all others only say how. */
export const isInformative = (cue: CueAt): boolean => INFORMATIVE.has(cue.kind);

export const isFormTopic = (topic: Topic | null): topic is FormTopic =>
  topic !== null && topic !== 'published' && topic !== 'work' && topic !== 'processing-fee';

/**
 * The thing counted by a number between `start` and `after`: the noun directly behind it (3件申请), else the last one before it
 * (Chinese puts the head last), else the first one behind it. Null when the words name none.
 */
export function headTopicIn(cues: readonly CueAt[], start: number, after: number): Topic | null {
  let [before, behind]: [Topic | null, Topic | null] = [null, null];
  for (const cue of cues) {
    if (cue.kind !== 'topic') continue;
    if (cue.start < start) before = cue.topic;
    else {
      if (cue.start - after <= 1) return cue.topic;
      behind ??= cue.topic;
    }
  }
  return before ?? behind;
}

/** 撤销、撤回、终止 end an application as well as a review. */
export const isEnding = (cue: CueAt): boolean =>
  cue.kind === 'result' && (cue.result === 'corrected' || cue.result === 'other');

/** What a topic's words claim. `carry` is the direction of a bare 结转 that the years in the clause give. */
export function claimOf(
  cues: readonly CueAt[],
  head: FormTopic,
  facts: { readonly carry: 'in' | 'out' | null; readonly toDate: boolean; readonly money: boolean },
): Claim {
  const family = familyOf(head);
  const topics = new Set<FormTopic>();
  const [acts, outcomes, applicants, results, routes] = [
    new Set<Claim['acts'][number]>(),
    new Set<Claim['outcomes'][number]>(),
    new Set<Claim['applicants'][number]>(),
    new Set<Claim['results'][number]>(),
    new Set<Claim['routes'][number]>(),
  ];
  for (const cue of cues) {
    if (cue.kind === 'topic' && isFormTopic(cue.topic) && familyOf(cue.topic) === family) topics.add(cue.topic);
    if (cue.kind === 'act') acts.add(cue.act);
    if (cue.kind === 'outcome') outcomes.add(cue.outcome);
    if (cue.kind === 'applicant') applicants.add(cue.applicant);
    if (cue.kind === 'route') routes.add(cue.route);
    if (cue.kind === 'result' && family !== 'application') results.add(cue.result);
  }
  if (family === 'application' && outcomes.size === 0 && cues.some(isEnding)) outcomes.add('closed.other');
  if (facts.carry !== null && (acts.delete('carried') || acts.delete('open') || !acts.has('carried-in')))
    acts.add(facts.carry === 'in' ? 'carried-in' : 'carried-out');
  if (!topics.has(head)) topics.add(head);
  return {
    topics: [...topics],
    acts: [...acts],
    outcomes: [...outcomes],
    applicants: [...applicants],
    results: [...results],
    routes: [...routes],
    toDate: facts.toDate,
    money: facts.money,
  };
}
