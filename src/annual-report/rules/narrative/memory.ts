import type { SectionKey } from '../../../law/report-form/sections.ts';
import type { Clause, CueAt } from './clauses.ts';
import type { FigureScope } from './figure.ts';
import type { Topic } from './lexicon.ts';
import type { Claim } from './readings.ts';

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
export type Memory = {
  topic: Topic | null;
  /** The topic was named in this sentence, not only by a heading. */
  topicSaid: boolean;
  /** The topic is only guessed from words that go with applications (收到9条，答复7条). */
  guessed: boolean;
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

/** The memory at the head of a paragraph's first sentence (`last` null) or of a later one. */
export function nextSentence(last: Memory | null, setting: Setting): Memory {
  return {
    topic: last === null || last.guessed ? setting.topic : last.topic,
    guessed: false,
    topicSaid: false,
    clouded: false,
    acts: last?.acts ?? [],
    list: null,
    scope: last === null || last.scope === setting.scope ? setting.scope : 'unclear',
    year: last === null || last.year === 'this' ? 'this' : 'doubt',
    toDate: false,
    disclosure: last?.disclosure ?? (['3', '4'].includes(setting.section) || setting.topic === 'application'),
    waiting: [],
    before: [],
    queue: [],
  };
}

const isOfDisclosure = (cue: CueAt) => cue.kind === 'topic' && cue.topic === 'application' && cue.bare !== true;

/** Takes in whose figures and of which year the clause speaks; gives the direction of a 结转 that the year decides. */
export function readFrame(clause: Clause, memory: Memory, setting: Setting): 'in' | 'out' | null {
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
    if (cue.kind === 'disclosure' || isOfDisclosure(cue)) memory.disclosure = true;
    if (cue.kind === 'elsewhere') memory.disclosure = false;
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

export function rememberTopic(topic: Topic, memory: Memory): void {
  if (topic !== memory.topic) memory.acts = [];
  memory.topic = topic;
  memory.topicSaid = true;
  memory.clouded = false;
  memory.guessed = false;
}

export function rememberClaim(cues: readonly CueAt[], claim: Claim, memory: Memory): void {
  if (claim.acts.length > 0) memory.acts = claim.acts;
  const kind = cues.findLast(
    cue => cue.kind === 'applicant' || cue.kind === 'result' || (cue.kind === 'outcome' && cue.outcome !== 'other'),
  )?.kind;
  if (kind !== undefined) memory.list = kind;
}
