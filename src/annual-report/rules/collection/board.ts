import type { Agency, AgencyCode } from '../../../people/rules/agency.ts';
import type { SubmissionState } from './collected-report.ts';
import { SUBMISSION_STATES } from './collected-report.ts';
import type { FindingCounts } from './finding-counts.ts';
import type { ReportRound } from './report-round.ts';
import type { SubmissionId, SubmissionRoute } from './submission.ts';

type Day = Temporal.PlainDate;

/** One agency on the board of a round. */
export type BoardLine = {
  readonly agency: AgencyCode;
  readonly name: string;
  readonly state: SubmissionState;
  /** Calendar days behind the deadline, by the first report or by today where there is none; 0 in time. The days of Art. 49 are fixed dates. */
  readonly daysLate: number;
  readonly submission: SubmissionId | null;
  readonly route: SubmissionRoute | null;
  readonly submittedOn: Day | null;
  readonly counts: FindingCounts | null;
  readonly times: number;
  /** A published report was corrected after it had been submitted. */
  readonly isCorrection: boolean;
  readonly publishedOn: Day | null;
  readonly remindedAt: Temporal.Instant | null;
};

/** Where an agency's report stands; accepted and published elsewhere on this site makes it 已公开. */
export function stateOf(
  round: Pick<ReportRound, 'submissions'>,
  agency: AgencyCode,
  isPublished: boolean,
): SubmissionState {
  const state = round.submissions.get(agency)?.state ?? 'missing';
  return state === 'accepted' && isPublished ? 'published' : state;
}

function daysLate(deadlineOn: Day, on: Day): number {
  return Math.max(0, deadlineOn.until(on, { largestUnit: 'days' }).days);
}

/** The board: one line an agency that is to report, in the order of the codes. `published` is the day by agency. */
export function boardOf(
  round: ReportRound,
  agencies: ReadonlyMap<AgencyCode, Pick<Agency, 'name'>>,
  published: ReadonlyMap<AgencyCode, Day>,
  today: Day,
): readonly BoardLine[] {
  return [...round.agencies].sort().map(agency => {
    const latest = round.submissions.get(agency);
    return {
      agency,
      name: agencies.get(agency)?.name ?? agency,
      state: stateOf(round, agency, published.has(agency)),
      daysLate: daysLate(round.deadlineOn, latest?.firstOn ?? today),
      submission: latest?.id ?? null,
      route: latest?.route ?? null,
      submittedOn: latest?.on ?? null,
      counts: latest?.counts ?? null,
      times: latest?.times ?? 0,
      isCorrection: latest?.isCorrection ?? false,
      publishedOn: published.get(agency) ?? null,
      remindedAt: round.reminded.get(agency) ?? null,
    };
  });
}

/** How many agencies stand where. */
export function countStates(board: readonly BoardLine[]): Readonly<Record<SubmissionState, number>> {
  return Object.fromEntries(
    SUBMISSION_STATES.map(state => [state, board.filter(line => line.state === state).length]),
  ) as Record<SubmissionState, number>;
}
