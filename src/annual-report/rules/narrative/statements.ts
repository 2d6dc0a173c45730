import type { SectionKey } from '../../../law/report-form/sections.ts';
import { claimOf, headTopicIn, isFormTopic, isInformative } from './claim.ts';
import type { Clause, CueAt, Sentence } from './clauses.ts';
import type { FigureScope } from './figure.ts';
import type { FormTopic, Topic } from './lexicon.ts';
import { findNought, isDenial } from './nought.ts';
import type { Numeral } from './numerals.ts';
import type { Claim } from './readings.ts';
import type { Statement } from './statement.ts';

/** What is known before a paragraph begins. */
export type Setting = {
  readonly section: SectionKey;
  /** What the section or the heading above is about. */
  readonly topic: Topic | null;
  /** The report's year; null when unknown. */
  readonly year: number | null;
  /** Whose figures those without a word on it are. */
  readonly scope: FigureScope;
  /** The agency is the government of the area, so that 全区 speaks of its own report. */
  readonly government: boolean;
};

/** What the sentence has said so far, kept from clause to clause. */
type Memory = {
  topic: Topic | null;
  /** The topic was named in this sentence, not only by a heading. */
  topicSaid: boolean;
  /** Something else was named since (「落实文件要求，…」), so the topic is only a guess. */
  clouded: boolean;
  acts: Claim['acts'];
  list: CueAt['kind'] | null;
  scope: FigureScope;
  /** Another year than the report's was said in this sentence (`other`) or in one before (`doubt`). */
  year: 'this' | 'other' | 'doubt';
  toDate: boolean;
  disclosure: boolean;
  /** Clauses without a number that the next one completes: 行政复议、行政诉讼均为0. */
  waiting: readonly Clause[];
  /** Words of the clause before, for a clause that only says a number: 收到的申请，共3件. */
  before: readonly CueAt[];
  /** What the numbers behind 分别 count, in order. */
  queue: readonly (readonly CueAt[])[];
};

const POOR = 8;

const isCount = (numeral: Numeral) =>
  numeral.kind === 'count' || numeral.kind === 'money' || numeral.kind === 'approximate';

/** Every number of a paragraph that counts something, and every 未收到…, with what the words around it say of it. */
export function statementsIn(sentences: readonly Sentence[], setting: Setting): readonly Statement[] {
  const statements: Statement[] = [];
  let memory: Memory | null = null;
  for (const sentence of sentences) {
    memory = nextSentence(memory, setting);
    for (const clause of sentence.clauses) statements.push(...readClause(clause, memory, setting));
  }
  return statements;
}

function nextSentence(last: Memory | null, setting: Setting): Memory {
  return {
    topic: last?.topic ?? setting.topic,
    topicSaid: false,
    clouded: false,
    acts: last?.acts ?? [],
    list: null,
    scope: last === null || last.scope === setting.scope ? setting.scope : 'unclear',
    year: last === null || last.year === 'this' ? 'this' : 'doubt',
    toDate: false,
    disclosure: last?.disclosure ?? ['3', '4'].includes(setting.section),
    waiting: [],
    before: [],
    queue: [],
  };
}

function readClause(clause: Clause, memory: Memory, setting: Setting): readonly Statement[] {
  const counts = clause.numerals.filter(isCount);
  const carry = readFrame(clause, memory, setting);
  if (counts.length === 0) return readWords(clause, carry, memory);
  const read = readCounts(clause, counts, carry, memory);
  memory.waiting = [];
  return read;
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

/** Takes in whose figures and of which year the clause speaks; gives the direction of a 结转 that the year decides. */
function readFrame(clause: Clause, memory: Memory, setting: Setting): 'in' | 'out' | null {
  let [own, later, earlier, compared, carried] = [false, false, false, false, false];
  for (const numeral of clause.numerals) {
    if (numeral.kind === 'date') earlier ||= numeral.unit.length > 1 && numeral.unit !== '12月';
    if ((numeral.kind !== 'year' && numeral.kind !== 'date') || numeral.value < 1900) continue;
    own ||= setting.year === null || numeral.value === setting.year;
    later ||= setting.year !== null && numeral.value > setting.year;
    earlier ||= setting.year !== null && numeral.value < setting.year;
  }
  for (const cue of clause.cues) {
    if (cue.kind === 'scope') memory.scope = cue.scope === 'own' || setting.government ? 'own' : 'area';
    if (cue.kind === 'disclosure') memory.disclosure = true;
    if (cue.kind === 'compare') compared = true;
    if (cue.kind === 'act') carried ||= cue.act === 'carried' || cue.act === 'open';
    if (cue.kind !== 'when') continue;
    own ||= cue.when === 'this-year';
    later ||= cue.when === 'next-year';
    earlier ||= cue.when === 'last-year' || cue.when === 'part-year' || cue.when === 'years';
    memory.toDate ||= cue.when === 'to-date';
  }
  if (later) return 'out';
  if (carried && earlier) return 'in';
  if (!compared && (own || earlier)) memory.year = earlier ? 'other' : 'this';
  return null;
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
      narrowed: cues.some(({ kind }) => kind === 'narrow'),
      grasp: unread > 0 || memory.year === 'doubt' ? 'partial' : 'full',
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
    const apart = comparedAt < numeral.start ? 'comparison' : memory.year === 'other' ? 'other-period' : null;
    // 「其中3件」 says of what only when a change, a carry or the clause before it does.
    const mute = silent && cues.length === own.length && carry === null && apart === null;
    const topic = said ?? (mute && isFormTopic(memory.topic) ? null : memory.topic);
    const claim = isFormTopic(topic) ? countClaim(cues, topic, carry, numeral, memory) : NOTHING;
    const clear = said !== null || (memory.topicSaid && !memory.clouded);
    if (said !== null) rememberTopic(said, memory);
    if (apart === null) rememberClaim(cues, claim, memory);
    const specified = claim.acts.length + claim.outcomes.length + claim.applicants.length + claim.results.length > 0;
    return {
      numeral,
      start,
      end: clause.end,
      topic,
      claim,
      scope: memory.scope,
      apart,
      narrowed: isNarrowed(cues, topic, numeral),
      grasp:
        unread > POOR || (said === null && memory.clouded)
          ? 'poor'
          : unread === 0 && clear && memory.year === 'this' && (specified || familyNeedsNoAct(topic))
            ? 'full'
            : 'partial',
      aboutDisclosure: memory.disclosure || own.some(({ kind }) => kind === 'disclosure'),
    };
  });
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
  return cues.some(cue => cue.kind === 'narrow' && cue.by === 'matter') || (!open && ways + others === 1);
}

function rememberTopic(topic: Topic, memory: Memory): void {
  if (topic !== memory.topic) memory.acts = [];
  memory.topic = topic;
  memory.topicSaid = true;
  memory.clouded = false;
}

function rememberClaim(cues: readonly CueAt[], claim: Claim, memory: Memory): void {
  if (claim.acts.length > 0) memory.acts = claim.acts;
  const kind = cues.findLast(
    cue => cue.kind === 'applicant' || cue.kind === 'result' || (cue.kind === 'outcome' && cue.outcome !== 'other'),
  )?.kind;
  if (kind !== undefined) memory.list = kind;
}

/** The words that belong to each number of a clause. */
function wordsOf(
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
