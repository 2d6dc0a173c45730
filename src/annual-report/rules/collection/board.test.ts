import { expect, test } from 'vitest';
import { getAgencyCode } from '../../../people/rules/agency.ts';
import { boardOf, countStates } from './board.ts';
import { foldRound } from './report-round.ts';
import type { RoundAct, RoundEntry } from './round-log.ts';
import type { SubmissionId } from './submission.ts';

const [CIVIL, TOWN, STREET, SCHOOLS] = ['003', '102', '101', '002'].map(end => getAgencyCode(`990101-${end}`)) as [
  ReturnType<typeof getAgencyCode>,
  ReturnType<typeof getAgencyCode>,
  ReturnType<typeof getAgencyCode>,
  ReturnType<typeof getAgencyCode>,
];
const day = (text: string) => Temporal.PlainDate.from(text);
const logOf = (acts: readonly RoundAct[]): readonly RoundEntry[] =>
  acts.map((act, index) => ({
    sequence: index + 1,
    at: Temporal.Instant.from('2024-01-05T02:00:00Z'),
    by: null,
    act,
  }));
const submitted = (agency: typeof CIVIL, id: string, on: string): RoundAct => ({
  kind: 'submitted',
  agency,
  submission: id as SubmissionId,
  route: 'upload',
  on: day(on),
  counts: { error: 0, warning: 1, notice: 0 },
  isCorrection: false,
});

// 26 January 2024 is a Friday: the Saturday after it is late all the same.
const opened: RoundAct = {
  kind: 'opened',
  deadlineOn: day('2024-01-26'),
  agencies: [CIVIL, TOWN, STREET, SCHOOLS],
  excluded: [],
};

test('lateness is in calendar days by the first report, or by today where nothing came', () => {
  const round = foldRound(
    logOf([
      opened,
      submitted(CIVIL, 'a', '2024-01-26'),
      { kind: 'returned', agency: CIVIL, submission: 'a' as SubmissionId, comment: '请核对', findings: [] },
      submitted(CIVIL, 'b', '2024-02-20'),
      submitted(TOWN, 'c', '2024-01-27'),
    ]),
  );
  const board = boardOf(round, new Map(), new Map(), day('2024-02-25'));
  expect(board.map(({ agency, daysLate }) => [agency, daysLate])).toEqual([
    [SCHOOLS, 30],
    [CIVIL, 0],
    [STREET, 30],
    [TOWN, 1],
  ]);
  expect(boardOf(round, new Map(), new Map(), day('2024-01-20')).map(({ daysLate }) => daysLate)).toEqual([0, 0, 0, 1]);
});

test('a report is public when it was accepted and stands in the column; either alone is not enough', () => {
  const accepted = (agency: typeof CIVIL, id: string): RoundAct => ({
    kind: 'accepted',
    agency,
    submission: id as SubmissionId,
  });
  const round = foldRound(
    logOf([
      opened,
      submitted(CIVIL, 'a', '2024-01-20'),
      accepted(CIVIL, 'a'),
      submitted(TOWN, 'b', '2024-01-20'),
      submitted(SCHOOLS, 'c', '2024-01-20'),
      accepted(SCHOOLS, 'c'),
    ]),
  );
  const published = new Map([CIVIL, TOWN, STREET].map(agency => [agency, day('2024-01-20')]));
  const board = boardOf(round, new Map(), published, day('2024-01-21'));
  expect(Object.fromEntries(board.map(({ agency, state }) => [agency, state]))).toEqual({
    [CIVIL]: 'published',
    [TOWN]: 'submitted',
    [STREET]: 'missing',
    [SCHOOLS]: 'accepted',
  });
  expect(countStates(board)).toEqual({ missing: 1, submitted: 1, returned: 0, accepted: 1, published: 1 });
});

test('an act on a report that is not its agency’s latest is in no log of ours', () => {
  const late: RoundAct = { kind: 'accepted', agency: CIVIL, submission: 'a' as SubmissionId };
  expect(() =>
    foldRound(logOf([opened, submitted(CIVIL, 'a', '2024-01-20'), submitted(CIVIL, 'b', '2024-01-21'), late])),
  ).toThrow('latest');
});
