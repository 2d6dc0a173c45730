import type { Clause, CueAt } from './clauses.ts';
import { isFormTopic, isInformative } from './claim.ts';
import type { Numeral } from './numerals.ts';

/** Words that say there was none of something: their place as a number with value 0, and what they say there was none of. */
export type Nought = { readonly numeral: Numeral; readonly cues: readonly CueAt[]; readonly unread: number };

// 尚未建立申请台账 is no nought: between the negation and the thing only words may stand that leave it whole.
const GAP = 1;

/** Whether a clause denies anything: 未, 无, 没有 … */
export const isDenial = ({ cues }: Clause): boolean => cues.some(({ kind }) => kind === 'none');

/**
 * 「未收到政府信息公开申请」「无行政复议、行政诉讼案件」 in clauses without a number. Undefined when nothing is denied, or when
 * words that were not read stand between the negation and what it denies.
 */
export function findNought(clauses: readonly Clause[]): Nought | undefined {
  if (!clauses.some(isDenial)) return undefined;
  const all = clauses.flatMap(clause => clause.cues);
  const at = all.findIndex(({ kind }) => kind === 'none');
  if (at < 0) return undefined;
  const none = all[at]!;
  const cues = all.slice(at + 1);
  const other = otherMatterIn(cues);
  if (other === 'counted') return undefined;
  const lastAt = cues.slice(0, other).findLastIndex(isInformative);
  const last = cues[lastAt];
  if (last === undefined) return undefined;
  const denied = cues.slice(0, lastAt + 1);
  if (denied.some(({ kind }) => kind === 'compare' || kind === 'none' || kind === 'scope')) return undefined;
  const unread = clauses.flatMap(clause => clause.unread);
  const gap = unread.filter(place => place > none.start && place < last.end).length;
  if (gap > GAP || (other === undefined && unread.filter(place => place >= last.end).length > GAP)) return undefined;
  return {
    numeral: {
      start: none.start,
      end: last.end,
      after: last.end,
      value: 0,
      unit: '',
      kind: 'count',
      rounding: 0,
      written: 'chinese',
    },
    cues: denied,
    unread: gap,
  };
}

/**
 * Where a list goes on to what no table counts (复议、诉讼和投诉举报): the denial is read up to there. `counted` when it is of that
 * alone (未收到对申请的投诉). Undefined when the denial names nothing else.
 */
function otherMatterIn(cues: readonly CueAt[]): number | 'counted' | undefined {
  const at = cues.findLastIndex(cue => cue.kind === 'topic');
  const head = cues[at];
  if (head === undefined || head.kind !== 'topic' || isFormTopic(head.topic)) return undefined;
  const first = cues.findLastIndex((cue, index) => index < at && cue.kind === 'topic' && isFormTopic(cue.topic)) + 1;
  const joined = cues.slice(first, at).some(({ kind }) => kind === 'joint');
  return first > 0 && joined ? first : 'counted';
}
