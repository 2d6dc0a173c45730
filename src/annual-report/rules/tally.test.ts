import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APPLICANT_COLUMNS, APPLICANT_KINDS, OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { Act, Entry } from '../../applications/rules/application-log.ts';
import { CLOSINGS, outcomeOfSettlement } from '../../applications/rules/outcome.ts';
import type { Settlement } from '../../applications/rules/outcome.ts';
import { clockFileOf } from '../../applications/rules/clock-file.ts';
import { PRESET_READINGS } from '../../applications/rules/contested-points.ts';
import { foldApplication } from '../../applications/rules/fold.ts';
import type { ApplicationId } from '../../applications/rules/ids.ts';
import { replyClock } from '../../applications/rules/reply-clock.ts';
import { WITHHOLDING_GROUNDS } from '../../applications/rules/reply.ts';
import type { Finding } from '../../applications/rules/reply.ts';
import { countsOf, idsBehind, tableThreeOf, tallyApplications } from './tally.ts';
import type { FileToCount } from './tally.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const BY = { kind: 'system' } as const;

/** The file that a sequence of acts makes, as the register has it. */
function fileOf(id: string, ...acts: readonly Act[]): FileToCount {
  const log: Entry[] = acts.map((act, index) => ({
    sequence: index + 1,
    at: Temporal.Instant.from('2023-01-01T00:00:00Z'),
    by: BY,
    act,
  }));
  const { receivedOn } = replyClock(clockFileOf(log), NATIONAL_CALENDAR, PRESET_READINGS);
  return { id: id as ApplicationId, receivedOn, application: foldApplication(log) };
}

const handedIn = (on: string, altered: Partial<Extract<Act, { kind: 'lodged' }>> = {}): Act => ({
  kind: 'lodged',
  caseKind: 'information',
  intake: { channel: 'in-person', submittedOn: day(on), arrivedOn: null, signedOn: null },
  applicantKind: 'naturalPerson',
  applicants: 1,
  parent: null,
  ...altered,
});
const replied = (on: string, main: Finding): Act => ({
  kind: 'replied',
  letter: null,
  reply: { main, others: [] },
  postedOn: day(on),
  deliveredOn: null,
});
const ordered = (on: string): Act => ({
  kind: 'reply-ordered',
  by: 'reconsideration',
  on: day(on),
  dueOn: null,
  reference: '晴复决〔2024〕1号',
});
const GRANTED: Finding = { kind: 'granted', supply: { form: 'paper', pages: 1, howToGet: null } };
const WITHHELD: Finding = { kind: 'withheld', ground: 'deliberative' };

/** The cells that are not 0, without their totals. */
function countedIn(year: number, ...files: readonly FileToCount[]): Readonly<Record<string, number>> {
  const figures = tableThreeOf(countsOf(tallyApplications(files, year)));
  return Object.fromEntries(
    Object.entries(figures).flatMap(([path, count]) =>
      count === 0 || path.endsWith('.total') || path.startsWith('table3.settled.')
        ? []
        : [[path.slice('table3.'.length), count]],
    ),
  );
}

test('R1 by receivedOn within the year; R3.x by closing date; R4 = received but open at 12-31 24:00', () => {
  const first = fileOf('a', handedIn('2023-12-31'), replied('2023-12-31', GRANTED));
  const last = fileOf('b', handedIn('2023-12-31'), replied('2024-01-01', WITHHELD));
  const open = fileOf('c', handedIn('2023-01-01'));
  expect(countedIn(2023, first, last, open)).toEqual({
    'new.naturalPerson': 3,
    'granted.naturalPerson': 1,
    'carried-out.naturalPerson': 2,
  });
  expect(countedIn(2024, first, last, open)).toEqual({
    'carried-in.naturalPerson': 2,
    'withheld.deliberative.naturalPerson': 1,
    'carried-out.naturalPerson': 1,
  });
  expect(countedIn(2022, first, last, open)).toEqual({});
});

test('Waiting for correction / payment / third party at year end → R4. A lapse in January belongs to the new year', () => {
  const file = fileOf(
    'a',
    handedIn('2023-12-01'),
    {
      kind: 'clarification-requested',
      on: day('2023-12-05'),
      letter: null,
      workingDays: 15,
      deliveredOn: day('2023-12-08'),
      lateReason: null,
    },
    { kind: 'clarification-lapsed', on: day('2024-01-03') },
  );
  expect(countedIn(2023, file)).toEqual({ 'new.naturalPerson': 1, 'carried-out.naturalPerson': 1 });
  expect(countedIn(2024, file)).toEqual({
    'carried-in.naturalPerson': 1,
    'closed.clarification-lapsed.naturalPerson': 1,
  });
});

test('One application = one count. If formally split (一事一申请), count children, not the parent; the same unit for R1 and R3', () => {
  const parent = fileOf('p', handedIn('2023-12-20'), {
    kind: 'split',
    children: ['c1', 'c2'] as unknown as ApplicationId[],
    on: day('2024-01-08'),
    reason: '一事一申请',
  });
  const archived = fileOf(
    'q',
    handedIn('2023-12-20'),
    { kind: 'split', children: ['c3'] as unknown as ApplicationId[], on: day('2024-01-08'), reason: '一事一申请' },
    { kind: 'archived', on: day('2024-02-01'), volume: '2024-1' },
  );
  const child = { parent: 'p' as ApplicationId };
  const children = [
    fileOf('c1', handedIn('2023-12-20', child), replied('2024-01-12', GRANTED)),
    fileOf('c2', handedIn('2023-12-20', child), replied('2024-01-15', WITHHELD)),
  ];
  expect(countedIn(2023, parent, archived, ...children)).toEqual({
    'new.naturalPerson': 2,
    'carried-out.naturalPerson': 2,
  });
  expect(countedIn(2024, parent, archived, ...children)).toEqual({
    'carried-in.naturalPerson': 2,
    'granted.naturalPerson': 1,
    'withheld.deliberative.naturalPerson': 1,
  });
});

test('merged duplicates → R3.6.3: the application merged is one that was settled, the one it went into counts by its own reply', () => {
  const merged = fileOf('a', handedIn('2023-05-04'), {
    kind: 'merged',
    into: 'b' as ApplicationId,
    on: day('2023-05-08'),
    reason: '同一申请人重复提交',
  });
  const into = fileOf('b', handedIn('2023-05-05'), replied('2023-05-20', GRANTED));
  expect(countedIn(2023, merged, into)).toEqual({
    'new.naturalPerson': 2,
    'closed.other.naturalPerson': 1,
    'granted.naturalPerson': 1,
  });
});

test('Joint application of several people: one count, type of the first signatory', () => {
  const joint = fileOf('a', handedIn('2023-05-04', { applicantKind: 'legalService', applicants: 7 }));
  expect(countedIn(2023, joint)).toEqual({ 'new.legalService': 1, 'carried-out.legalService': 1 });
});

test('Re-reply after 复议/诉讼 correction: not a new R1; published years are frozen', () => {
  const again = fileOf(
    'a',
    handedIn('2022-11-01'),
    replied('2022-11-20', WITHHELD),
    ordered('2023-04-10'),
    replied('2024-01-05', GRANTED),
  );
  expect(countedIn(2022, again)).toEqual({ 'new.naturalPerson': 1, 'withheld.deliberative.naturalPerson': 1 });
  expect(countedIn(2023, again)).toEqual({});
  expect(countedIn(2024, again)).toEqual({});
  const twice = fileOf(
    'b',
    handedIn('2022-11-01'),
    replied('2023-01-20', WITHHELD),
    ordered('2023-04-10'),
    replied('2023-05-05', WITHHELD),
    ordered('2023-09-10'),
  );
  expect(countedIn(2023, twice)).toEqual({ 'carried-in.naturalPerson': 1, 'withheld.deliberative.naturalPerson': 1 });
});

test('更正 (art. 41) … are not applications → not in T3', () => {
  const correction = fileOf(
    'a',
    handedIn('2023-03-01', { caseKind: 'record-correction' }),
    replied('2023-03-10', { kind: 'record-corrected' }),
  );
  expect(countedIn(2023, correction)).toEqual({});
});

test('以双方确认之日为收到申请之日 (Art. 31(3)): counted in the year of the confirmation, and never where there was none', () => {
  const online: Partial<Extract<Act, { kind: 'lodged' }>> = {
    intake: { channel: 'online', submittedOn: day('2023-12-30'), arrivedOn: null, signedOn: null },
  };
  const confirmed = fileOf('a', handedIn('2023-12-30', online), {
    kind: 'receipt-confirmed',
    on: day('2024-01-02'),
    how: 'telephone',
  });
  const withdrawn = fileOf('b', handedIn('2023-12-30', online), {
    kind: 'withdrawn',
    on: day('2023-12-31'),
    reason: null,
  });
  expect(countedIn(2023, confirmed, withdrawn)).toEqual({});
  expect(countedIn(2024, confirmed, withdrawn)).toEqual({ 'new.naturalPerson': 1, 'carried-out.naturalPerson': 1 });
});

const FINDINGS: readonly Finding[] = [
  GRANTED,
  ...WITHHOLDING_GROUNDS.map(ground => ({ kind: 'withheld', ground }) as const),
  { kind: 'not-ours', rightAgency: null, rightAgencyContact: null },
  { kind: 'requires-creation' },
  { kind: 'petition', properChannel: null },
  { kind: 'reissue' },
];
const settlements = fc.oneof(
  fc.constantFrom(...FINDINGS).map((main): Settlement => ({ kind: 'replied', reply: { main, others: [] } })),
  fc.constantFrom(...CLOSINGS).map((closing): Settlement => ({ kind: 'closed', closing })),
);
const START = day('2021-12-01');
const DAYS = 3 * 365 + 60;

/** A file of three years, of any kind, settled, ordered anew, split or open. */
const files = fc
  .array(
    fc.record({
      received: fc.option(fc.integer({ min: 0, max: DAYS }), { freq: 20 }),
      takes: fc.option(fc.integer({ min: -3, max: 400 }), { freq: 6 }),
      again: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 1 }),
      isCorrection: fc.boolean(),
      isSplit: fc.integer({ min: 0, max: 12 }).map(drawn => drawn === 0),
      applicantKind: fc.constantFrom(...APPLICANT_KINDS),
      settlement: settlements,
      later: settlements,
    }),
    { maxLength: 2000, size: 'max' },
  )
  .map(drawn =>
    drawn.map((one, index): FileToCount => {
      const receivedOn = one.received === null ? null : START.add({ days: one.received });
      const from = receivedOn ?? START;
      const first = one.takes === null ? null : { ...one.settlement, on: from.add({ days: one.takes }) };
      const isReopened = first !== null && one.again !== null;
      return {
        id: String(index) as ApplicationId,
        receivedOn,
        application: {
          caseKind: one.isCorrection && index % 5 === 0 ? 'record-correction' : 'information',
          children: one.isSplit ? (['x', 'y'] as unknown as ApplicationId[]) : [],
          applicantKind: one.applicantKind,
          earlierSettlements: isReopened ? [first] : [],
          settlement: isReopened
            ? one.again! % 2 === 0
              ? null
              : { ...one.later, on: first.on.add({ days: one.again! }) }
            : first,
        },
      };
    }),
  );

test('any register balances in every year, carries what it carried, and counts every application once in and once out', () => {
  fc.assert(
    fc.property(files, register => {
      const years = Array.from({ length: 7 }, (_, index) => 2020 + index).map(year => ({
        year,
        tally: tallyApplications(register, year),
      }));
      for (const { year, tally } of years) {
        const figures = tableThreeOf(countsOf(tally));
        const at = (row: string, column: string) => figures[`table3.${row}.${column}` as keyof typeof figures]!;
        const before = years.find(other => other.year === year - 1)?.tally ?? tallyApplications(register, year - 1);
        for (const column of APPLICANT_COLUMNS) {
          expect(at('new', column) + at('carried-in', column)).toBe(at('settled', column) + at('carried-out', column));
          expect(OUTCOME_ROWS_2021.reduce((sum, row) => sum + at(row, column), 0)).toBe(at('settled', column));
          expect(idsBehind(tally, 'carried-in', column)).toEqual(idsBehind(before, 'carried-out', column));
        }
        for (const row of ['new', 'carried-in', 'settled', 'carried-out', ...OUTCOME_ROWS_2021] as const)
          expect(APPLICANT_KINDS.reduce((sum, kind) => sum + at(row, kind), 0)).toBe(at(row, 'total'));
      }
      const seen = (row: 'new' | 'settled') => years.flatMap(({ tally }) => idsBehind(tally, row, 'total')).sort();
      const counted = register.filter(
        ({ receivedOn, application }) =>
          receivedOn !== null && application.caseKind === 'information' && application.children.length === 0,
      );
      const closed = counted.filter(({ application }) => {
        const { settlement, earlierSettlements } = application;
        return settlement !== null || earlierSettlements.length > 0;
      });
      expect(seen('new')).toEqual(counted.map(({ id }) => id).sort());
      expect(seen('settled')).toEqual(closed.map(({ id }) => id).sort());
      for (const { year, tally } of years)
        for (const row of OUTCOME_ROWS_2021)
          for (const id of idsBehind(tally, row, 'total')) {
            const { application, receivedOn } = register[Number(id)]!;
            const first = application.earlierSettlements[0] ?? application.settlement!;
            expect(outcomeOfSettlement(first)).toBe(row);
            expect(Math.max(first.on.year, receivedOn!.year)).toBe(year);
          }
    }),
    { numRuns: 15 },
  );
});
