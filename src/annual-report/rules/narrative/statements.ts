import { claimOf, headTopicIn, isEnding, isFormTopic, isInformative } from './claim.ts';
import type { Clause, CueAt, Sentence } from './clauses.ts';
import type { FormTopic, Topic } from './lexicon.ts';
import { nextSentence, readFrame, rememberClaim, rememberTopic } from './memory.ts';
import type { Memory, Setting } from './memory.ts';
import { findNought, isDenial } from './nought.ts';
import { wordsOf } from './ownership.ts';
import type { Numeral } from './numerals.ts';
import type { Claim } from './readings.ts';
import type { Statement } from './statement.ts';
import { APPLICATION_UNITS } from './tie.ts';

const POOR = 8;

const isCount = (numeral: Numeral) =>
  numeral.kind === 'count' || numeral.kind === 'money' || numeral.kind === 'approximate';

/** Every number of a paragraph that counts something, and every 未收到…, with what the words around it say of it. */
export function statementsIn(sentences: readonly Sentence[], setting: Setting): readonly Statement[] {
  const statements: Statement[] = [];
  let memory: Memory | null = null;
  for (const sentence of sentences) {
    memory = nextSentence(memory, setting);
    for (const clause of sentence.clauses)
      for (const statement of readClause(clause, memory, setting)) statements.push(statement);
  }
  return statements;
}

function readClause(clause: Clause, memory: Memory, setting: Setting): readonly Statement[] {
  const counts = clause.numerals.filter(isCount);
  const carry = readFrame(clause, memory, setting);
  if (counts.length === 0) return readWords(clause, carry, memory);
  const denied = memory.waiting.some(isDenial) ? noughtOf(memory.waiting, carry, memory) : [];
  if (denied.length > 0) memory.waiting = [];
  const read = readCounts(clause, counts, carry, memory);
  memory.waiting = [];
  return [...denied, ...read];
}

const MOST_WAITING = 12;

/** 「行政复议、行政诉讼共3件」「申请（含上年结转）15件」: a clause that the next one goes on with. */
function isContinued(clauses: readonly Clause[]): boolean {
  const { opening, closing } = clauses.at(-1)!;
  if (clauses.length >= MOST_WAITING) return false;
  if (closing === '、') return true;
  const bracket = /[（(]/.test(closing) || (/[)）]/.test(closing) && /[（(、]/.test(opening));
  return bracket && !clauses.some(isDenial);
}

/** A clause without a number: 「未收到申请」 says nought, anything else only prepares what follows. */
function readWords(clause: Clause, carry: 'in' | 'out' | null, memory: Memory): readonly Statement[] {
  const again = memory.waiting.some(isDenial) && isDenial(clause);
  const earlier = again ? noughtOf(memory.waiting, carry, memory) : [];
  const clauses = [...(again ? [] : memory.waiting), clause];
  if (isContinued(clauses)) {
    memory.waiting = clauses;
    return earlier;
  }
  memory.waiting = [];
  const statements = [...earlier, ...noughtOf(clauses, carry, memory)];
  const cues = clauses.flatMap(part => part.cues);
  for (const cue of cues)
    if (cue.kind === 'topic') {
      if (isFormTopic(cue.topic)) rememberTopic(cue.topic, memory);
      else memory.clouded = true;
    }
  memory.before = cues.filter(isInformative);
  memory.queue = [];
  return statements;
}

function noughtOf(clauses: readonly Clause[], carry: 'in' | 'out' | null, memory: Memory): readonly Statement[] {
  const nought = findNought(clauses);
  if (nought === undefined) return [];
  const { numeral, cues, unread } = nought;
  const topic = headTopicIn(cues, numeral.end, numeral.end) ?? (memory.topic === 'application' ? memory.topic : null);
  if (!isFormTopic(topic)) return [];
  const claim = claimOf(cues, topic, { carry, toDate: false, money: topic === 'fee' });
  return [
    {
      numeral,
      start: clauses[0]!.start,
      end: clauses.at(-1)!.end,
      topic,
      claim,
      scope: memory.scope,
      apart: memory.year === 'other' ? 'other-period' : null,
      narrowed: isNarrowed(cues, topic, numeral),
      grasp: unread > 0 || memory.year === 'doubt' ? 'partial' : 'full',
      hasUnread: unread > 0,
      aboutDisclosure: memory.disclosure,
    },
  ];
}

function readCounts(
  clause: Clause,
  counts: readonly Numeral[],
  carry: 'in' | 'out' | null,
  memory: Memory,
): readonly Statement[] {
  const clauses = [...memory.waiting, clause];
  const start = clauses[0]!.start;
  const unread = clauses.reduce((sum, part) => sum + part.unread.length, 0);
  const comparedAt = clause.cues.find(({ kind }) => kind === 'compare')?.start ?? Number.POSITIVE_INFINITY;
  return wordsOf(clauses, counts, memory).map((own, index): Statement => {
    const numeral = counts[index]!;
    const silent = !own.some(isInformative);
    const cues = silent && memory.before.length > 0 ? [...memory.before, ...own] : own;
    memory.before = [];
    const said = headTopicIn(cues, numeral.start, numeral.after) ?? impliedTopic(cues, memory);
    if (said !== null) rememberTopic(said, memory);
    else if (memory.topic === null && cues.some(isOfApplications)) guessApplication(memory);
    const frame = frameOf(cues, carry, memory);
    const rated = own.some(({ kind }) => kind === 'rate');
    const apart = rated ? 'ratio' : comparedAt < numeral.start ? 'comparison' : frame.apart;
    // 「其中3件」 says of what only when a change, a carry, an amount or the clause before it does.
    const whole = silent && isWholeOfBoth(own, memory);
    const mute = silent && !whole && cues.length === own.length && frame.carry === null && apart === null;
    const topic = mute && isFormTopic(memory.topic) && !isAmount(numeral, memory.topic) ? null : memory.topic;
    const counted = whole ? [...cues, ...BOTH] : cues;
    const claim = isFormTopic(topic) ? countClaim(counted, topic, frame.carry, numeral, memory) : NOTHING;
    const published = isPublished(own, memory);
    if (apart === null) rememberClaim(cues, claim, memory);
    return {
      numeral,
      start,
      end: clause.end,
      topic,
      claim,
      scope: memory.scope,
      apart,
      narrowed: isNarrowed(cues, topic, numeral) || isAmong(cues),
      grasp: published || whole ? 'poor' : graspOf(clause, own, numeral, unread, claim, memory),
      hasUnread: unread > 0,
      aboutDisclosure: memory.disclosure || own.some(isOfForm),
    };
  });
}

/** 「收到14件，上年结转1件，共计15件」: what came in and what was carried in, together. */
const isWholeOfBoth = (own: readonly CueAt[], memory: Memory): boolean =>
  memory.topic === 'application' && memory.acts.includes('carried-in') && own.some(({ kind }) => kind === 'together');

const BOTH: readonly CueAt[] = (['received', 'carried-in'] as const).map(act => ({
  kind: 'act',
  act,
  start: 0,
  end: 0,
}));

/** An outcome in the words of the form is that of an application for government information. */
const isOfForm = (cue: CueAt) =>
  cue.kind === 'disclosure' || (cue.kind === 'outcome' && cue.outcome !== 'other' && cue.part !== true);

/** 收到、办结、结转 without a noun: in a report on disclosure most likely of applications. */
const isOfApplications = (cue: CueAt) =>
  cue.kind === 'act' && !['issued', 'repealed', 'in-force', 'decided', 'collected', 'publicised'].includes(cue.act);

function guessApplication(memory: Memory): void {
  memory.topic = 'application';
  memory.guessed = true;
}

const isAmount = (numeral: Numeral, topic: FormTopic) =>
  numeral.kind === 'money' && (topic === 'fee' || topic === 'procurement');

/** A later year carries applications out of this one; anything else said of it is no figure of this report. */
function frameOf(cues: readonly CueAt[], carry: 'in' | 'out' | null, memory: Memory) {
  const other = memory.year === 'other' ? ('other-period' as const) : null;
  if (carry !== 'out') return { carry, apart: other };
  const carries = cues.every(
    cue => cue.kind !== 'act' || ['carried', 'carried-out', 'open', 'handled'].includes(cue.act),
  );
  if (memory.topic === 'application' && carries) return { carry, apart: other };
  return { carry: null, apart: 'other-period' as const };
}

/** 「公开30条」 that follows neither another outcome nor 答复 is more likely what was published. */
function isPublished(own: readonly CueAt[], memory: Memory): boolean {
  if (memory.list === 'outcome' || memory.acts.some(act => act === 'settled' || act === 'answered')) return false;
  return own.some(cue => cue.kind === 'outcome' && cue.outcome === 'granted' && cue.part === true);
}

const NOUN = 2;

const isNounBehind = (cue: CueAt, numeral: Numeral) => cue.kind === 'topic' && cue.start === numeral.after;

function graspOf(
  clause: Clause,
  own: readonly CueAt[],
  numeral: Numeral,
  unread: number,
  claim: Claim,
  memory: Memory,
): Statement['grasp'] {
  if (unread > POOR || memory.clouded || memory.guessed) return 'poor';
  // 「收到重复申请2件」 tells what came in, not how it ended.
  if (claim.outcomes.length > 0 && claim.acts.some(act => act === 'received' || act === 'new')) return 'poor';
  if (claim.topics[0] === 'application' && (own.some(isEnding) || !APPLICATION_UNITS.has(numeral.unit))) return 'poor';
  const named = claim.acts.length + claim.outcomes.length + claim.applicants.length + claim.results.length > 0;
  // 「1件申请信息属于已公开事项」 speaks of one of them.
  if (!named && claim.topics[0] === 'application' && own.some(cue => isNounBehind(cue, numeral))) return 'poor';
  if (unread > 0 && (!named || hasUnreadNoun(clause, own, numeral))) return 'poor';
  const enough = named || familyNeedsNoAct(claim.topics[0] ?? null);
  return unread === 0 && memory.topicSaid && memory.year === 'this' && enough ? 'full' : 'partial';
}

/** Unread characters right before the number or right behind its unit are the noun that it counts (申请流程图1份). */
function hasUnreadNoun(clause: Clause, own: readonly CueAt[], numeral: Numeral): boolean {
  const word = own.findLast(cue => cue.end <= numeral.start)?.end ?? clause.start;
  const before = clause.unread.filter(place => place >= word && place < numeral.start).length;
  const behind = clause.unread.filter(place => place >= numeral.after && place < numeral.after + NOUN + 1).length;
  return before >= NOUN || behind >= NOUN;
}

const WHOLES: ReadonlySet<string> = new Set(['received', 'handled', 'issued', 'repealed', 'in-force', 'decided']);

/** 「其中受理13件」「其中区政府制发3件」: a part of what was said before, though it has the words of the whole. */
function isAmong(cues: readonly CueAt[]): boolean {
  return cues.some(({ kind }) => kind === 'among') && cues.some(cue => cue.kind === 'act' && WHOLES.has(cue.act));
}

const NOTHING: Claim = {
  topics: [],
  acts: [],
  outcomes: [],
  applicants: [],
  results: [],
  routes: [],
  toDate: false,
  money: false,
};

const familyNeedsNoAct = (topic: Topic | null) =>
  topic === 'reconsideration' || topic === 'litigation' || topic === 'fee';

/** A topic that words without a noun of their own give away: 主动公开306条, 直接起诉1件, 属于国家秘密1件. */
function impliedTopic(cues: readonly CueAt[], memory: Memory): Topic | null {
  for (const cue of cues) {
    if (cue.kind === 'route') return 'litigation';
    if (cue.kind === 'act' && cue.act === 'publicised') return 'published';
    if (cue.kind !== 'outcome' || memory.topic !== null) continue;
    if (cue.outcome === 'granted') return 'published';
    if (cue.outcome !== 'other') return 'application';
  }
  return null;
}

function countClaim(
  cues: readonly CueAt[],
  topic: FormTopic,
  carry: 'in' | 'out' | null,
  numeral: Numeral,
  memory: Memory,
): Claim {
  const facts = {
    carry: topic === 'application' ? carry : null,
    toDate: memory.toDate,
    money: numeral.kind === 'money',
  };
  const claim = claimOf(cues, topic, facts);
  if (topic !== 'application') return claim;
  // 「其中自然人2件、其他1件」: 其他 is a kind of applicant in a list of applicants; the row is the one said before.
  if (memory.list === 'applicant' && claim.outcomes.length === 1 && claim.outcomes[0] === 'other')
    return { ...claim, outcomes: [], applicants: ['otherOrganization'], acts: memory.acts };
  const bare = claim.acts.length === 0 && claim.outcomes.length === 0;
  return bare && claim.applicants.length > 0 ? { ...claim, acts: memory.acts } : claim;
}

/** The clause names a part (通过网络, 超期, 行政处罚类申请): the tables show only the whole. */
function isNarrowed(cues: readonly CueAt[], topic: Topic | null, numeral: Numeral): boolean {
  const ways = cues.filter(cue => cue.kind === 'narrow' && cue.by === 'channel').length;
  const others = cues.filter(
    cue => cue.kind === 'topic' && cue.topic !== topic && cue.start < numeral.start && topic === 'application',
  ).length;
  const open = cues.some(({ kind }) => kind === 'open');
  if (cues.some(cue => cue.kind === 'outcome' && cue.part === true)) return true;
  if (topic === 'application' && cues.some(isEnding)) return true;
  return cues.some(cue => cue.kind === 'narrow' && cue.by === 'matter') || (!open && ways + others === 1);
}
