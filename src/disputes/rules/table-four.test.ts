import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REDRESS_COLUMNS, REDRESS_GROUPS } from '../../law/report-form/table-four.ts';
import { citationText } from '../../law/citation.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import { foldDispute } from './dispute.ts';
import type { Dispute } from './dispute.ts';
import type { DisputeId } from './dispute-id.ts';
import type { DisputeAct, DisputeFacts } from './dispute-log.ts';
import { DISPUTE_KIND_LABEL, DISPUTE_KINDS, findResultRule, resultsOf } from './dispute-result.ts';
import type { DisputeResult } from './dispute-result.ts';
import { tableFourOf, tallyDisputes } from './table-four.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const FACTS: DisputeFacts = {
  disputeKind: 'reconsideration',
  role: 'respondent',
  application: 'a' as ApplicationId,
  matter: null,
  reconsideration: null,
  organ: '示范市人民政府',
  reference: null,
  procedure: 'ordinary',
  filedOn: day('2023-10-09'),
  servedOn: null,
};
const closed = (on: string, result: DisputeResult): DisputeAct => ({
  kind: 'closed',
  on: day(on),
  result,
  ordered: null,
  orderedOn: null,
});
const reopened = (on: string): DisputeAct => ({ kind: 'reopened', on: day(on), reason: '提起上诉' });

function disputeOf(facts: Partial<DisputeFacts>, ...acts: readonly DisputeAct[]): Dispute {
  const all: readonly DisputeAct[] = [{ kind: 'entered', ...FACTS, ...facts }, ...acts];
  return foldDispute(
    all.map((act, index) => ({
      sequence: index + 1,
      at: Temporal.Instant.from('2023-10-09T01:00:00Z'),
      by: null,
      act,
    })),
  );
}

/** The cells of a year that are not 0, without their totals. */
function countedIn(year: number, ...disputes: readonly Dispute[]): Readonly<Record<string, number>> {
  const figures = tableFourOf(
    tallyDisputes(
      disputes.map((dispute, index) => ({ id: String(index) as DisputeId, dispute })),
      year,
    ),
  );
  return Object.fromEntries(
    Object.entries(figures).flatMap(([path, count]) =>
      count === 0 || path.endsWith('.total') ? [] : [[path.slice('table4.'.length), count]],
    ),
  );
}

test('every result with its article and its column of table four (vitest -u writes a reviewed change)', async () => {
  const lines = DISPUTE_KINDS.flatMap(kind =>
    resultsOf(kind).map(result => {
      const { label, column, basis } = findResultRule(kind, result)!;
      return `${DISPUTE_KIND_LABEL[kind]} ${label}（${citationText(basis)}） → ${column}`;
    }),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/disputes/results.txt');
});

test('Year: the year of the result (or pending at 12-31), whatever the application’s year', () => {
  const across = disputeOf({}, closed('2024-01-04', 'revoked'));
  expect(countedIn(2022, across)).toEqual({});
  expect(countedIn(2023, across)).toEqual({ 'reconsideration.pending': 1 });
  expect(countedIn(2024, across)).toEqual({ 'reconsideration.corrected': 1 });
  expect(countedIn(2025, across)).toEqual({});
});

test('复议 then suit on the same act = 1 in 复议 and 1 in 复议后起诉; a suit without one is 未经复议直接起诉', () => {
  const review = disputeOf({}, closed('2023-11-30', 'upheld'));
  const suit = disputeOf(
    { disputeKind: 'litigation', reconsideration: '0' as DisputeId, filedOn: day('2023-12-10') },
    closed('2023-12-29', 'claim-dismissed'),
  );
  const direct = disputeOf({ disputeKind: 'litigation' }, closed('2023-12-01', 'withdrawn'));
  expect(countedIn(2023, review, suit, direct)).toEqual({
    'reconsideration.upheld': 1,
    'litigationAfterReconsideration.upheld': 1,
    'litigationDirect.other': 1,
  });
});

test('Co-defendant review organ: not counted. A district whose department is sued together with it: with the department', () => {
  const suit = { disputeKind: 'litigation' } as const;
  expect(countedIn(2023, disputeOf({ ...suit, role: 'review-organ' }))).toEqual({});
  expect(countedIn(2023, disputeOf({ ...suit, role: 'with-department' }))).toEqual({});
});

test('Appeal: same suit, count once with the latest result', () => {
  const suit = disputeOf(
    { disputeKind: 'litigation' },
    closed('2023-11-20', 'claim-dismissed'),
    reopened('2023-12-01'),
    closed('2024-03-01', 'revoked'),
  );
  expect(countedIn(2023, suit)).toEqual({ 'litigationDirect.pending': 1 });
  expect(countedIn(2024, suit)).toEqual({ 'litigationDirect.corrected': 1 });
  const within = disputeOf(
    { disputeKind: 'litigation' },
    closed('2023-10-20', 'claim-dismissed'),
    reopened('2023-11-01'),
    closed('2023-12-31', 'revoked'),
  );
  expect(countedIn(2023, within)).toEqual({ 'litigationDirect.corrected': 1 });
});

const courses = fc.record({
  kind: fc.constantFrom(...DISPUTE_KINDS),
  filed: fc.integer({ min: 0, max: 900 }),
  steps: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }),
});

test('every sum holds in every year, and what is pending at the end of a year comes again in the next', () => {
  fc.assert(
    fc.property(fc.array(courses, { maxLength: 60 }), drawn => {
      const disputes = drawn.map(({ kind, filed, steps }, index) => {
        let on = day('2022-01-01').add({ days: filed });
        const filedOn = on;
        const acts = steps.map((step, turn): DisputeAct => {
          on = on.add({ days: step });
          if (turn % 2 === 1) return reopened(on.toString());
          return closed(on.toString(), resultsOf(kind)[(index + turn) % resultsOf(kind).length]!);
        });
        return { id: String(index) as DisputeId, dispute: disputeOf({ disputeKind: kind, filedOn }, ...acts) };
      });
      for (let year = 2021; year <= 2029; year += 1) {
        const [tally, next] = [tallyDisputes(disputes, year), tallyDisputes(disputes, year + 1)];
        const figures = tableFourOf(tally);
        for (const group of REDRESS_GROUPS) {
          const parts = REDRESS_COLUMNS.slice(0, 4).map(column => figures[`table4.${group}.${column}`]!);
          expect(parts.reduce((sum, count) => sum + count, 0)).toBe(figures[`table4.${group}.total`]);
          expect(next[group].total).toEqual(expect.arrayContaining([...tally[group].pending]));
        }
      }
    }),
    { numRuns: 50 },
  );
});
