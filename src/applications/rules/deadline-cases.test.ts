import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';
import { explanationOf } from './clock-explanation.ts';
import { firstRefusalOf } from './clock-refusals.ts';
import { PRESET_READINGS } from './contested-points.ts';
import type { ClockReadings } from './contested-points.ts';
import { lapsesOn, standingOf } from './clock-standing.ts';
import { earlierReadings, internalTargetOf, replyClock } from './reply-clock.ts';
import type { ReceiptFacts } from './receipt.ts';

type Case = { id: string; countedDays?: string[]; countedDaysBase?: string[] };
const { cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/calendar/deadline-cases.json'), 'utf8'),
) as { cases: Case[] };
const caseOf = (id: string): Case => cases.find(entry => entry.id === id)!;

const day = (text: string) => Temporal.PlainDate.from(text);
type Facts = Partial<Record<'submittedOn' | 'arrivedOn' | 'signedOn' | 'confirmedOn', string>>;
function receipt(channel: ReceiptFacts['channel'], facts: Facts): ReceiptFacts {
  const of = (text: string | undefined) => (text === undefined ? null : day(text));
  return {
    channel,
    submittedOn: of(facts.submittedOn),
    arrivedOn: of(facts.arrivedOn),
    signedOn: of(facts.signedOn),
    confirmedOn: of(facts.confirmedOn),
  };
}

function clockOf(file: ClockFile, readings: ClockReadings = PRESET_READINGS) {
  expect(firstRefusalOf(file, NATIONAL_CALENDAR, readings)).toBeNull();
  return replyClock(file, NATIONAL_CALENDAR, readings);
}

/** The dates as text, to compare with a case. */
function datesOf(file: ClockFile, readings: ClockReadings = PRESET_READINGS): Record<string, unknown> {
  const clock = clockOf(file, readings);
  return Object.fromEntries(
    Object.entries(clock)
      .filter(([name]) => name !== 'course' && name !== 'excluded')
      .map(([name, value]) => [name, value instanceof Temporal.PlainDate ? value.toString() : value]),
  );
}

const countedDays = (file: ClockFile) =>
  explanationOf(clockOf(file)).flatMap(({ date, counted }) => (counted ? [date.toString()] : []));

test('C1: mail signed for on the last day before the National Day of 2022, as a court counted it', () => {
  const file = { receipt: receipt('signed-post', { signedOn: '2022-09-30' }), events: [] };
  expect(datesOf(file)).toMatchObject({
    receivedOn: '2022-09-30',
    clarificationNoticeDueOn: '2022-10-14',
    replyDueOn: '2022-11-02',
  });
  expect(countedDays(file)).toEqual(caseOf('C1').countedDays);
});

test('C2: handed in before the Spring Festival of 2025, two make-up days counted', () => {
  const file = { receipt: receipt('in-person', { submittedOn: '2025-01-20' }), events: [] };
  expect(datesOf(file)).toMatchObject({
    receivedOn: '2025-01-20',
    clarificationNoticeDueOn: '2025-02-05',
    replyDueOn: '2025-02-21',
    maxExtendedDueOn: '2025-03-21',
    provisional: false,
  });
  expect(countedDays(file)).toEqual(caseOf('C2').countedDays);
});

test('C3: an online form counts from mutual confirmation, on a Sunday that is worked', () => {
  const facts = { submittedOn: '2025-09-27', confirmedOn: '2025-09-28' };
  const file = { receipt: receipt('online', facts), events: [] };
  expect(datesOf(file)).toMatchObject({
    receivedOn: '2025-09-28',
    clarificationNoticeDueOn: '2025-10-14',
    replyDueOn: '2025-10-31',
  });
  expect(countedDays(file)).toEqual(caseOf('C3').countedDays);
  expect(internalTargetOf(file, clockOf(file))?.toString()).toBe('2025-10-30');
});

const C4: { receipt: ReceiptFacts; requested: ClockEvent; received: ClockEvent } = {
  receipt: receipt('signed-post', { signedOn: '2025-09-15' }),
  requested: {
    kind: 'clarification-requested',
    on: day('2025-09-22'),
    deliveredOn: day('2025-09-24'),
    workingDays: 10,
  },
  received: { kind: 'clarification-received', on: day('2025-10-09') },
};

test('C4: a correction begins the whole period anew', () => {
  const untouched = { receipt: C4.receipt, events: [] };
  expect(datesOf(untouched)).toMatchObject({ replyDueOn: '2025-10-17' });
  const file = { receipt: C4.receipt, events: [C4.requested, C4.received] };
  expect(datesOf(file)).toMatchObject({
    stage: 'in-hand',
    receivedOn: '2025-09-15',
    startsOn: '2025-10-09',
    clarificationNoticeDueOn: '2025-09-24',
    applicantClarificationDueOn: '2025-10-14',
    lateClarification: false,
    replyDueOn: '2025-11-05',
  });
  expect(countedDays(file)).toEqual(caseOf('C4').countedDays);
});

test('C4 without a correction: given up from the day after the last one, and not before', () => {
  const waiting = { receipt: C4.receipt, events: [C4.requested] };
  const clock = clockOf(waiting);
  expect([clock.stage, lapsesOn(clock)?.toString()]).toEqual(['awaiting-clarification', '2025-10-15']);
  expect(standingOf(clock, day('2025-10-20'))).toBe('waiting-for-others');
  const lapsed = (on: string): ClockFile => ({
    ...waiting,
    events: [...waiting.events, { kind: 'clarification-lapsed', on: day(on) }],
  });
  expect(firstRefusalOf(lapsed('2025-10-14'), NATIONAL_CALENDAR)?.message).toContain('2025-10-14');
  expect(datesOf(lapsed('2025-10-15'))).toMatchObject({ stage: 'closed', completion: 'clarification-lapsed' });
});

const C5: { receipt: ReceiptFacts; consulted: ClockEvent; answered: ClockEvent; extended: ClockEvent } = {
  receipt: receipt('in-person', { submittedOn: '2026-01-19' }),
  consulted: {
    kind: 'third-party-consulted',
    consultation: null,
    on: day('2026-01-26'),
    receivedOn: day('2026-01-28'),
  },
  answered: { kind: 'third-party-answered', consultation: null, on: day('2026-02-11') },
  extended: { kind: 'extended', approvedOn: day('2026-03-05'), notifiedOn: day('2026-03-06'), workingDays: 20 },
};

test('C5: consultation takes twelve working days out, an extension adds twenty', () => {
  expect(datesOf({ receipt: C5.receipt, events: [] })).toMatchObject({ replyDueOn: '2026-02-14' });
  const answered = { receipt: C5.receipt, events: [C5.consulted, C5.answered] };
  expect(datesOf(answered)).toMatchObject({
    consultationDueOn: '2026-02-25',
    excludedWorkingDays: 12,
    replyDueOn: '2026-03-10',
    maxExtendedDueOn: '2026-04-08',
  });
  expect(countedDays(answered)).toEqual(caseOf('C5').countedDaysBase);
  expect(datesOf({ ...answered, events: [...answered.events, C5.extended] })).toMatchObject({
    excludedWorkingDays: 12,
    unextendedDueOn: '2026-03-10',
    replyDueOn: '2026-04-08',
    extendedBy: 20,
  });
});

test('C5 with silence: fifteen working days of the third party are the end of the pause', () => {
  expect(datesOf({ receipt: C5.receipt, events: [C5.consulted] })).toMatchObject({
    excludedWorkingDays: 17,
    replyDueOn: '2026-03-17',
  });
  const late: ClockEvent = { kind: 'third-party-answered', consultation: null, on: day('2026-03-09') };
  expect(datesOf({ receipt: C5.receipt, events: [C5.consulted, late] })).toMatchObject({ replyDueOn: '2026-03-17' });
});

test('C5 by the wider reading: the day of issue taken out too, and the earlier date shown beside it', () => {
  const file = { receipt: C5.receipt, events: [C5.consulted, C5.answered] };
  expect(earlierReadings(file, clockOf(file))).toEqual([]); // the preset is the stricter reading
  const wider: ClockReadings = { ...PRESET_READINGS, pause: 'issue-day-too' };
  expect(datesOf(file, wider)).toMatchObject({ replyDueOn: '2026-03-11', excludedWorkingDays: 13 });
  expect(
    earlierReadings(file, clockOf(file, wider)).map(({ reading, replyDueOn }) => [reading, replyDueOn.toString()]),
  ).toEqual([['after-issue-through-end', '2026-03-10']]);
});

test('C8: a period into a year without a notice is provisional, its statutory days known', () => {
  const file = { receipt: receipt('in-person', { submittedOn: '2026-12-15' }), events: [] };
  expect(datesOf(file)).toMatchObject({ receivedOn: '2026-12-15', provisional: true, replyDueOn: '2027-01-13' });
});

test('C10: remedies run in natural days and months from service and roll off days of rest', () => {
  const file: ClockFile = {
    receipt: receipt('in-person', { submittedOn: '2025-07-15' }),
    events: [{ kind: 'replied', on: day('2025-08-04'), postedOn: null, deliveredOn: day('2025-08-04') }],
  };
  expect(datesOf(file)).toMatchObject({ reconsiderationLastDay: '2025-10-09', litigationLastDay: '2026-02-04' });
});

test('C14: posted on the last day is on time; remedies run from delivery', () => {
  const receiptFacts = receipt('in-person', { submittedOn: '2025-11-03' });
  const replied = (postedOn: string | null, deliveredOn: string | null): ClockFile => ({
    receipt: receiptFacts,
    events: [
      {
        kind: 'replied',
        on: day('2025-12-01'),
        postedOn: postedOn === null ? null : day(postedOn),
        deliveredOn: deliveredOn === null ? null : day(deliveredOn),
      },
    ],
  });
  expect(datesOf(replied('2025-12-01', '2025-12-04'))).toMatchObject({
    replyDueOn: '2025-12-01',
    onTime: true,
    reconsiderationLastDay: '2026-02-02',
    litigationLastDay: '2026-06-04',
  });
  expect(datesOf(replied(null, '2025-12-04'))).toMatchObject({ onTime: false });
  expect(datesOf(replied('2025-12-01', null))).toMatchObject({ onTime: true, reconsiderationLastDay: null });
});
