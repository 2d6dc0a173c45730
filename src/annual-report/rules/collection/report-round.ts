import type { AgencyCode } from '../../../people/rules/agency.ts';
import type { FindingCounts } from './finding-counts.ts';
import type { RoundAct, RoundEntry, RoundMembers } from './round-log.ts';
import type { SubmissionId, SubmissionRoute } from './submission.ts';

type Day = Temporal.PlainDate;

/** What became of an agency's latest report in a round. */
export type AgencySubmission = {
  readonly id: SubmissionId;
  readonly route: SubmissionRoute;
  /** The day of the first report and of the latest: lateness is that of the first. */
  readonly firstOn: Day;
  readonly on: Day;
  readonly counts: FindingCounts;
  readonly state: 'submitted' | 'returned' | 'accepted';
  readonly isCorrection: boolean;
  /** How many reports the agency has submitted. */
  readonly times: number;
  /** The note with which it was returned, and the fingerprints of the findings attached. */
  readonly returned: { readonly comment: string; readonly findings: readonly string[] } | null;
};

/** 一个年度的报送与汇总, as its log tells it. */
export type ReportRound = RoundMembers & {
  readonly deadlineOn: Day;
  readonly isOpen: boolean;
  readonly submissions: ReadonlyMap<AgencyCode, AgencySubmission>;
  /** When each agency was last reminded. */
  readonly reminded: ReadonlyMap<AgencyCode, Temporal.Instant>;
};

type Draft = { -readonly [Key in Exclude<keyof ReportRound, 'submissions' | 'reminded'>]: ReportRound[Key] } & {
  readonly submissions: Map<AgencyCode, AgencySubmission>;
  readonly reminded: Map<AgencyCode, Temporal.Instant>;
};

/** The agency's latest report, if it is the one that an act speaks of. */
function settle(draft: Draft, agency: AgencyCode, id: SubmissionId, to: Partial<AgencySubmission>) {
  const latest = draft.submissions.get(agency);
  if (latest?.id !== id) throw new Error('An act on a report that is not the latest of its agency');
  draft.submissions.set(agency, { ...latest, ...to });
}

function apply(draft: Draft, act: RoundAct, at: Temporal.Instant) {
  switch (act.kind) {
    case 'opened':
      throw new Error('A round is opened once');
    case 'members-changed':
      draft.agencies = act.agencies;
      draft.excluded = act.excluded;
      return;
    case 'deadline-moved':
      draft.deadlineOn = act.deadlineOn;
      return;
    case 'reminded':
      for (const agency of act.agencies) draft.reminded.set(agency, at);
      return;
    case 'submitted': {
      const earlier = draft.submissions.get(act.agency);
      draft.submissions.set(act.agency, {
        id: act.submission,
        route: act.route,
        firstOn: earlier?.firstOn ?? act.on,
        on: act.on,
        counts: act.counts,
        state: 'submitted',
        isCorrection: act.isCorrection,
        times: (earlier?.times ?? 0) + 1,
        returned: null,
      });
      return;
    }
    case 'returned': {
      const { comment, findings } = act;
      return settle(draft, act.agency, act.submission, { state: 'returned', returned: { comment, findings } });
    }
    case 'accepted':
      return settle(draft, act.agency, act.submission, { state: 'accepted' });
    case 'closed':
      draft.isOpen = false;
      return;
    case 'reopened':
      draft.isOpen = true;
      return;
  }
}

/** The round that a log tells of. Throws on what no log of ours can hold. */
export function foldRound(log: readonly RoundEntry[]): ReportRound {
  const [first, ...rest] = log;
  if (first?.act.kind !== 'opened') throw new Error('The log of a round begins with its opening');
  const { agencies, excluded, deadlineOn } = first.act;
  const draft: Draft = { agencies, excluded, deadlineOn, isOpen: true, submissions: new Map(), reminded: new Map() };
  for (const { act, at } of rest) apply(draft, act, at);
  return draft;
}
