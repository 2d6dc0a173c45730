import { expect, test } from 'vitest';
import { ACT_KINDS } from './application-log.ts';
import type { Act } from './application-log.ts';
import { CLOCK_ACT_KINDS, clockFileOf } from './clock-file.ts';
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import type { ConsultationId, LetterId } from './ids.ts';
import { replyClock } from './reply-clock.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const LODGED: Act = {
  kind: 'lodged',
  caseKind: 'information',
  intake: { channel: 'online', submittedOn: day('2025-09-27'), arrivedOn: null, signedOn: null },
  applicantKind: 'naturalPerson',
  applicants: 1,
  parent: null,
};
const fileOf = (...acts: readonly Act[]) => clockFileOf([LODGED, ...acts].map(act => ({ act })));

test('a log without the acts that are said not to matter has the same clock', () => {
  const others = ACT_KINDS.filter(kind => !(CLOCK_ACT_KINDS as readonly string[]).includes(kind));
  expect(others.length).toBeGreaterThan(15);
  for (const kind of others) expect([kind, fileOf({ kind } as Act)]).toEqual([kind, fileOf()]);
});

test('a log gives the facts of receipt, and its acts as events in their order', () => {
  const consultation = 'c1' as ConsultationId;
  const letter = 'l1' as LetterId;
  const file = fileOf(
    { kind: 'receipt-confirmed', on: day('2025-09-28'), how: 'telephone' },
    { kind: 'noted', text: '…' },
    { kind: 'third-party-consulted', consultation, on: day('2025-10-09'), letter: null, receivedOn: null },
    { kind: 'consultation-delivered', consultation, on: day('2025-10-10') },
    { kind: 'third-party-answered', consultation, on: day('2025-10-15'), opinion: 'consents' },
    { kind: 'extension-approved', on: day('2025-10-20'), approver: 's' as never },
    { kind: 'extended', notifiedOn: day('2025-10-21'), workingDays: 10, letter: null },
    {
      kind: 'replied',
      letter,
      reply: { main: { kind: 'still-unclear' }, others: [] },
      postedOn: day('2025-11-10'),
      deliveredOn: null,
    },
    { kind: 'letter-delivered', letter: 'l2' as LetterId, on: day('2025-11-11') },
    { kind: 'letter-delivered', letter, on: day('2025-11-12') },
  );
  expect(file.receipt.confirmedOn?.toString()).toBe('2025-09-28');
  expect(file.events.map(({ kind }) => kind)).toEqual([
    'third-party-consulted',
    'consultation-delivered',
    'third-party-answered',
    'extended',
    'replied',
    'reply-delivered',
  ]);
  const clock = replyClock(file, NATIONAL_CALENDAR);
  expect(
    [clock.receivedOn, clock.consultationDueOn, clock.replyDueOn, clock.reconsiderationLastDay].map(String),
  ).toEqual(['2025-09-28', '2025-10-30', '2025-11-21', '2026-01-12']);
  expect(clock).toMatchObject({ excludedWorkingDays: 5, onTime: true });
});

test('a fee is paid when all of it is', () => {
  const noticed: Act = {
    kind: 'fee-noticed',
    on: day('2025-10-09'),
    letter: null,
    scale: 'by-page',
    quantity: 100,
    amountYuan: 700,
    receivedOn: day('2025-10-09'),
  };
  const paid = (amountYuan: number): Act => ({
    kind: 'fee-paid',
    on: day('2025-10-14'),
    amountYuan,
    receiptNumber: 'x',
  });
  const kinds = (...acts: readonly Act[]) => fileOf(noticed, ...acts).events.map(({ kind }) => kind);
  expect(kinds(paid(300))).toEqual(['fee-noticed']);
  expect(kinds(paid(300), paid(400))).toEqual(['fee-noticed', 'fee-paid']);
});
