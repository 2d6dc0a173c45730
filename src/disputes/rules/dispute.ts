import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import { periodEnd } from '../../calendar/period-end.ts';
import type { PeriodEnd } from '../../calendar/period-end.ts';
import { PERIODS } from '../../law/periods.ts';
import type { RedressGroup } from '../../law/report-form/table-four.ts';
import type { DisputeAct, DisputeEntry, DisputeFacts } from './dispute-log.ts';
import { findResultRule } from './dispute-result.ts';
import type { DisputeResult, ResultColumn } from './dispute-result.ts';

type Day = Temporal.PlainDate;

/** One ending of a dispute; there is another one after an appeal. */
export type Closing = {
  readonly on: Day;
  readonly result: DisputeResult;
  readonly ordered: string | null;
  readonly orderedOn: Day | null;
  /** Day on which it went on after all. */
  readonly reopenedOn: Day | null;
};

/** A dispute as its log tells it. */
export type Dispute = DisputeFacts & {
  /** Sequence of the last act. */
  readonly version: number;
  readonly closings: readonly Closing[];
};

function grown(dispute: Dispute, act: Exclude<DisputeAct, { kind: 'entered' }>): Omit<Dispute, 'version'> {
  switch (act.kind) {
    case 'amended': {
      const { kind: _kind, reason: _reason, ...facts } = act;
      return { ...dispute, ...facts };
    }
    case 'closed': {
      const { kind: _kind, ...closing } = act;
      return { ...dispute, closings: [...dispute.closings, { ...closing, reopenedOn: null }] };
    }
    case 'reopened':
      return {
        ...dispute,
        closings: dispute.closings.map((closing, index) =>
          index === dispute.closings.length - 1 ? { ...closing, reopenedOn: act.on } : closing,
        ),
      };
  }
}

/** The dispute that a log tells of. Throws on what no log of ours can hold: an empty one, or a second entering. */
export function foldDispute(log: readonly DisputeEntry[]): Dispute {
  const [first, ...rest] = log;
  if (first?.act.kind !== 'entered') throw new Error('A log of a dispute begins with its entering');
  const { kind: _kind, ...facts } = first.act;
  let dispute: Dispute = { ...facts, version: first.sequence, closings: [] };
  for (const { act, sequence } of rest) {
    if (act.kind === 'entered') throw new Error('A dispute is entered once');
    dispute = { ...grown(dispute, act), version: sequence };
  }
  return dispute;
}

/** The ending that stands; undefined while the dispute is open. */
export function findClosing({ closings }: Pick<Dispute, 'closings'>): Closing | undefined {
  const last = closings.at(-1);
  return last?.reopenedOn === null ? last : undefined;
}

/** 未经复议直接起诉 or 复议后起诉: derived from the linked reconsideration, never chosen. */
export function groupOf({
  disputeKind,
  reconsideration,
}: Pick<DisputeFacts, 'disputeKind' | 'reconsideration'>): RedressGroup {
  if (disputeKind === 'reconsideration') return 'reconsideration';
  return reconsideration === null ? 'litigationDirect' : 'litigationAfterReconsideration';
}

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0;

/**
 * Where a dispute counts in a year of table four: by its result in the year of the result, whatever the application's year;
 * 尚未审结 where it is open, or suspended, at the end of 31 December; null where the year does not count it. A pending case comes
 * again in the next year with its result; after an appeal the latest result of the year counts, once.
 */
export function standingIn(dispute: Dispute, year: number): ResultColumn | 'pending' | null {
  if (dispute.role !== 'respondent') return null;
  const next = new Temporal.PlainDate(year + 1, 1, 1);
  if (!isBefore(dispute.filedOn, next)) return null;
  const last = dispute.closings.findLast(({ on }) => isBefore(on, next));
  if (last === undefined || (last.reopenedOn !== null && isBefore(last.reopenedOn, next))) return 'pending';
  return last.on.year === year ? (findResultRule(dispute.disputeKind, last.result)?.column ?? null) : null;
}

/** By when the agency must have answered: 书面答复 in a reconsideration, 答辩状 in a suit; null before the copy was served. */
export function answerDue(
  { disputeKind, procedure, servedOn }: Pick<DisputeFacts, 'disputeKind' | 'procedure' | 'servedOn'>,
  calendar: WorkingCalendar,
): PeriodEnd | null {
  if (servedOn === null) return null;
  if (disputeKind === 'litigation') return periodEnd(calendar, PERIODS.defence, servedOn);
  const period = procedure === 'simplified' ? 'reconsideration-answer-simplified' : 'reconsideration-answer';
  return periodEnd(calendar, PERIODS[period], servedOn);
}
