import type { OrderedFinding, Rechecked, RectificationEntry, RectificationStage } from './rectification-log.ts';

type Day = Temporal.PlainDate;

/** 督促整改: an order to mend findings in an annual report, as its log tells it. */
export type Rectification = {
  /** Sequence of the last act. */
  readonly version: number;
  readonly stage: RectificationStage;
  readonly findings: readonly OrderedFinding[];
  readonly demand: string;
  readonly dueOn: Day;
  /** The latest answer; null before the first, and again after it was returned. */
  readonly answer: { readonly statement: string; readonly at: Temporal.Instant } | null;
  /** The latest check; `isCurrent` while the agency has not answered anew since. */
  readonly check: {
    readonly verdicts: readonly Rechecked[];
    readonly at: Temporal.Instant;
    readonly isCurrent: boolean;
  } | null;
  readonly returnedReason: string | null;
  readonly timesReturned: number;
};

function grown(before: Rectification, { act, at }: RectificationEntry): Rectification {
  switch (act.kind) {
    case 'ordered':
      throw new Error('A rectification is ordered once');
    case 'answered': {
      const check = before.check === null ? null : { ...before.check, isCurrent: false };
      return { ...before, stage: 'answered', answer: { statement: act.statement, at }, check, returnedReason: null };
    }
    case 'checked':
      return { ...before, check: { verdicts: act.verdicts, at, isCurrent: true } };
    case 'returned':
      return {
        ...before,
        stage: 'open',
        answer: null,
        dueOn: act.dueOn,
        returnedReason: act.reason,
        timesReturned: before.timesReturned + 1,
      };
    case 'closed':
      return { ...before, stage: 'closed' };
    case 'withdrawn':
      return { ...before, stage: 'withdrawn' };
  }
}

/** The rectification that a log tells of. Throws on what no log of ours can hold. */
export function foldRectification(log: readonly RectificationEntry[]): Rectification {
  const [first, ...rest] = log;
  if (first?.act.kind !== 'ordered') throw new Error('The log of a rectification begins with its order');
  const { findings, demand, dueOn } = first.act;
  let state: Rectification = {
    version: first.sequence,
    stage: 'open',
    findings,
    demand,
    dueOn,
    answer: null,
    check: null,
    returnedReason: null,
    timesReturned: 0,
  };
  for (const entry of rest) state = { ...grown(state, entry), version: entry.sequence };
  return state;
}

/** Whether the agency's answer is late on a day: the last day itself is in time. */
export const isOverdue = ({ stage, dueOn }: Pick<Rectification, 'stage' | 'dueOn'>, today: Day): boolean =>
  stage === 'open' && Temporal.PlainDate.compare(dueOn, today) < 0;

/** Ordered findings that stand by the latest check; all of them before there is one. */
export function standingFindings({ findings, check }: Pick<Rectification, 'findings' | 'check'>) {
  const settled = new Set(
    check?.verdicts.filter(({ verdict }) => verdict !== 'stands').map(({ fingerprint }) => fingerprint),
  );
  return findings.filter(({ fingerprint }) => !settled.has(fingerprint));
}
