import { expect, test } from 'vitest';
import type { Act, Entry } from '../../../applications/rules/application-log.ts';
import { clockFileOf } from '../../../applications/rules/clock-file.ts';
import { PRESET_READINGS } from '../../../applications/rules/contested-points.ts';
import { foldApplication } from '../../../applications/rules/fold.ts';
import type { ConsultationId } from '../../../applications/rules/ids.ts';
import { replyClock } from '../../../applications/rules/reply-clock.ts';
import { NATIONAL_CALENDAR } from '../../../calendar/national-calendar.ts';
import { dueCalendar } from './due-calendar.ts';
import { stepsOf } from './steps.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const LODGED: Act = {
  kind: 'lodged',
  caseKind: 'information',
  intake: { channel: 'online', submittedOn: day('2026-11-02'), arrivedOn: day('2026-11-02'), signedOn: null },
  applicantKind: 'naturalPerson',
  applicants: 1,
  parent: null,
};
const CONFIRMED: Act = { kind: 'receipt-confirmed', on: day('2026-11-03'), how: 'telephone' };
const CONSULTATION = '01a213b4-0504-7854-8fb6-a710767a00c8' as ConsultationId;

function seen(...acts: readonly Act[]) {
  const log: Entry[] = [LODGED, ...acts].map((act, index) => ({
    sequence: index + 1,
    at: Temporal.Instant.from('2026-11-02T08:00:00Z'),
    by: { kind: 'system' },
    act,
  }));
  const application = foldApplication(log);
  const clock = replyClock(clockFileOf(log), NATIONAL_CALENDAR, PRESET_READINGS);
  const steps = stepsOf(application, clock);
  return {
    steps,
    lines: steps.map(({ title, state }) => `${title} ${state}`),
    days: dueCalendar(application.stage, clock),
  };
}

test('until both sides have confirmed there is no day by which an answer is due', () => {
  const { lines, days, steps } = seen();
  expect(lines).toEqual(['提交申请 done', '与您确认收到 current', '答复 waiting']);
  expect(steps.at(-1)).not.toHaveProperty('when');
  expect(days).toEqual([]);
});

test('once received, the day is named and every day up to it is explained', () => {
  const { steps, days } = seen(CONFIRMED);
  expect(steps.at(-1)).toMatchObject({ title: '答复', state: 'current', when: '最迟2026年12月1日答复' });
  expect(days[0]).toMatchObject({ state: 'received' });
  expect(days[0]!.date.equals(day('2026-11-03'))).toBe(true);
  expect(days.at(-1)).toMatchObject({ state: 'due', ordinal: 20 });
  expect(days.filter(({ state }) => state === 'counted' || state === 'due')).toHaveLength(20);
  expect(days.filter(({ state }) => state === 'not-counted').every(({ reason }) => reason !== undefined)).toBe(true);
});

test('while the applicant corrects, the period stands still and shows no day', () => {
  const requested: Act = {
    kind: 'clarification-requested',
    on: day('2026-11-06'),
    letter: null,
    workingDays: 10,
    deliveredOn: day('2026-11-06'),
    lateReason: null,
  };
  const waiting = seen(CONFIRMED, requested);
  expect(waiting.lines).toEqual(['提交申请 done', '收到申请，已登记 done', '请您补正 current', '答复 waiting']);
  expect(waiting.days).toEqual([]);
  const corrected = seen(CONFIRMED, requested, { kind: 'clarification-received', on: day('2026-11-10') });
  expect(corrected.lines).toContain('已收到补正 done');
  expect(corrected.steps.at(-1)?.when).toBe('最迟2026年12月8日答复');
});

test('a consultation shows its days and nobody who was asked', () => {
  const asked: Act = {
    kind: 'third-party-consulted',
    consultation: CONSULTATION,
    on: day('2026-11-09'),
    letter: null,
    receivedOn: day('2026-11-10'),
  };
  const { steps, days } = seen(CONFIRMED, asked, {
    kind: 'third-party-answered',
    consultation: CONSULTATION,
    on: day('2026-11-13'),
    opinion: 'objects',
  });
  expect(steps[2]).toMatchObject({ title: '征求第三方意见', when: '2026年11月9日至2026年11月13日' });
  expect(JSON.stringify(steps)).not.toMatch(/不同意/);
  expect(days.filter(({ reason }) => reason === '征求意见')).toHaveLength(4);
});

test('an application that ended without an answer says why', () => {
  const { steps } = seen(CONFIRMED, { kind: 'withdrawn', on: day('2026-11-05'), reason: '不需要了' });
  expect(steps.at(-1)).toEqual({ title: '您已撤回申请', state: 'failed', when: '2026年11月5日' });
});

test('an answer says what it is', () => {
  const { lines } = seen(CONFIRMED, {
    kind: 'replied',
    letter: null,
    reply: { main: { kind: 'not-existing', searched: '档案室' }, others: [] },
    postedOn: day('2026-11-20'),
    deliveredOn: null,
  });
  expect(lines.at(-1)).toBe('已答复：经检索，政府信息不存在 done');
});
