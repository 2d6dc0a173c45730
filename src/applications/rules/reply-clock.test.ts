import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumberOf } from '../../calendar/day-number.ts';
import type { DayNumber } from '../../calendar/day-number.ts';
import { calendarWith, NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts';
import { isWorkingDay, isWorkingDayNumber } from '../../calendar/working-calendar.ts';
import { CHANNELS } from './channel.ts';
import type { ClockEvent, ClockFile } from './clock-events.ts';
import { explanationOf } from './clock-explanation.ts';
import { firstRefusalOf, refusalOf } from './clock-refusals.ts';
import { standingOf, workingDaysLeft } from './clock-standing.ts';
import { CONTESTED_POINT_NAMES, CONTESTED_POINTS, findReadings, PRESET_READINGS } from './contested-points.ts';
import { clockMoves, earlierReadings, provisionalDatesOf, replyClock } from './reply-clock.ts';
import { receiptOf } from './receipt.ts';
import type { ReceiptFacts } from './receipt.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const NO_DAYS = { submittedOn: null, arrivedOn: null, signedOn: null, confirmedOn: null } as const;
const handedIn = (on: Temporal.PlainDate, events: readonly ClockEvent[] = []): ClockFile => ({
  receipt: { ...NO_DAYS, channel: 'in-person', submittedOn: on },
  events,
});
const clockOf = (file: ClockFile) => replyClock(file, NATIONAL_CALENDAR);
const numberOf = (date: Temporal.PlainDate | null): DayNumber => dayNumberOf(date!);

const anyDay = fc.integer({ min: dayNumberOf(day('2019-01-01')), max: dayNumberOf(day('2028-06-30')) });

test('the due day is a working day after receipt, and twenty working days are counted up to it', () => {
  fc.assert(
    fc.property(anyDay, received => {
      const clock = clockOf(handedIn(dateOfDay(received)));
      expect(numberOf(clock.replyDueOn)).toBeGreaterThan(received);
      expect(isWorkingDay(NATIONAL_CALENDAR, clock.replyDueOn!)).toBe(true);
      const explained = explanationOf(clock);
      expect(explained.filter(({ counted }) => counted)).toHaveLength(20);
      expect(explained.at(-1)).toMatchObject({ counted: true, number: 20 });
    }),
  );
});

test('a later receipt never gives an earlier due day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (received, later) => {
      const [early, late] = [received, received + later].map(on =>
        numberOf(clockOf(handedIn(dateOfDay(on))).replyDueOn),
      );
      expect(late).toBeGreaterThanOrEqual(early!);
    }),
  );
});

type Pause = { readonly from: number; readonly travel: number; readonly answer: number };
const anyPauses = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 25 }),
    travel: fc.integer({ min: 0, max: 5 }),
    answer: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 4 },
);
/** Consultations with an answer each, in the order of their days. */
function consultations(received: DayNumber, pauses: readonly Pause[]): readonly ClockEvent[] {
  return pauses
    .flatMap(({ from, travel, answer }, index): ClockEvent[] => {
      const consultation = `c${index}`;
      const issued = received + from;
      return [
        {
          kind: 'third-party-consulted',
          consultation,
          on: dateOfDay(issued),
          receivedOn: dateOfDay(issued + travel),
        },
        { kind: 'third-party-answered', consultation, on: dateOfDay(issued + answer) },
      ];
    })
    .toSorted((one, other) => ('on' in one && 'on' in other ? numberOf(one.on) - numberOf(other.on) : 0));
}

test('pausing never shortens, and a further pause never does', () => {
  fc.assert(
    fc.property(anyDay, anyPauses, (received, pauses) => {
      const dues = pauses.map((_, index) =>
        numberOf(
          clockOf(handedIn(dateOfDay(received), consultations(received, pauses.slice(0, index + 1)))).replyDueOn,
        ),
      );
      let before = numberOf(clockOf(handedIn(dateOfDay(received))).replyDueOn);
      for (const due of dues) {
        expect(due).toBeGreaterThanOrEqual(before);
        before = due;
      }
    }),
  );
});

test('overlapping pauses take each day out once: the due day is that of the set of days', () => {
  fc.assert(
    fc.property(anyDay, anyPauses, (received, pauses) => {
      const clock = clockOf(handedIn(dateOfDay(received), consultations(received, pauses)));
      const out = new Set<DayNumber>();
      for (const { from, travel, answer } of pauses) {
        const issued = received + from;
        let [limit, left] = [issued + travel, 15];
        while (left > 0) {
          limit += 1;
          if (isWorkingDayNumber(NATIONAL_CALENDAR, limit)) left -= 1;
        }
        for (let one = issued + 1; one <= Math.min(issued + answer, limit); one += 1) out.add(one);
      }
      let [current, left, excluded] = [received, 20, 0];
      while (left > 0) {
        current += 1;
        if (!isWorkingDayNumber(NATIONAL_CALENDAR, current)) continue;
        if (out.has(current)) excluded += 1;
        else left -= 1;
      }
      expect(numberOf(clock.replyDueOn)).toBe(current);
      expect(clock.excludedWorkingDays).toBe(excluded);
      expect(explanationOf(clock).filter(({ why }) => why === '征求意见')).toHaveLength(excluded);
    }),
  );
});

const anySteps = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 12 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 22 })),
  {
    maxLength: 14,
  },
);
/** Events that the law allows one after another, drawn from steps of so many days each. */
function lawfulFile(received: DayNumber, steps: readonly (readonly [number, number, number])[]): ClockFile {
  let file = handedIn(dateOfDay(received));
  let today = received;
  for (const [wait, which, size] of steps) {
    today += wait;
    const on = dateOfDay(today);
    const proposals: readonly ClockEvent[] = [
      { kind: 'clarification-requested', on, deliveredOn: dateOfDay(today + (size % 4)), workingDays: size },
      { kind: 'clarification-received', on },
      { kind: 'third-party-consulted', consultation: null, on, receivedOn: size % 3 === 0 ? null : on },
      { kind: 'third-party-answered', consultation: null, on },
      { kind: 'agency-consulted', consultation: null, on, receivedOn: on },
      { kind: 'agency-answered', consultation: null, on },
      { kind: 'extended', approvedOn: on, notifiedOn: on, workingDays: size },
      { kind: 'fee-noticed', on, receivedOn: on },
      { kind: 'fee-paid', on },
      { kind: 'reasons-demanded', on },
    ];
    const event = proposals[which]!;
    if (refusalOf(file, event, NATIONAL_CALENDAR) === null) file = { ...file, events: [...file.events, event] };
  }
  return file;
}

test('whatever lawfully happened: as many days are counted as the period and its extension have, the last one being the due day', () => {
  fc.assert(
    fc.property(anyDay, anySteps, (received, steps) => {
      const file = lawfulFile(received, steps);
      expect(firstRefusalOf(file, NATIONAL_CALENDAR)).toBeNull();
      const clock = clockOf(file);
      if (clock.stage !== 'in-hand') return;
      const explained = explanationOf(clock);
      const counted = explained.filter(entry => entry.counted);
      expect(counted).toHaveLength(20 + clock.extendedBy);
      expect(counted.at(-1)!.date.equals(clock.replyDueOn!)).toBe(true);
      expect(explained).toHaveLength(numberOf(clock.replyDueOn) - received);
      expect(isWorkingDay(NATIONAL_CALENDAR, clock.replyDueOn!)).toBe(true);
      expect(numberOf(clock.maxExtendedDueOn)).toBeGreaterThanOrEqual(numberOf(clock.replyDueOn));
      for (const { replyDueOn } of earlierReadings(file, clock))
        expect(numberOf(replyDueOn)).toBeLessThan(numberOf(clock.replyDueOn));
    }),
    { numRuns: 400 },
  );
});

const RECEIVED = day('2025-03-03'); // due 2025-03-31
const on = (text: string) => day(`2025-${text}`);
const CLARIFY: ClockEvent = {
  kind: 'clarification-requested',
  on: on('03-05'),
  deliveredOn: on('03-06'),
  workingDays: 5,
};
const CONSULT: ClockEvent = { kind: 'agency-consulted', consultation: null, on: on('03-10'), receivedOn: on('03-11') };
const NOTICE: ClockEvent = { kind: 'fee-noticed', on: on('03-12'), receivedOn: on('03-13') };
const REPLY: ClockEvent = { kind: 'replied', on: on('03-31'), postedOn: on('03-31'), deliveredOn: null };
const extended = (notified: string, workingDays = 10, approved = notified): ClockEvent => ({
  kind: 'extended',
  approvedOn: on(approved),
  notifiedOn: on(notified),
  workingDays,
});

// What has happened, what is tried, and the article in the refusal.
const FORBIDDEN: readonly (readonly [readonly ClockEvent[], ClockEvent, number, RegExp])[] = [
  [[CLARIFY, { kind: 'clarification-received', on: on('03-10') }], { ...CLARIFY, on: on('03-12') }, 30, /一次性/],
  [[CLARIFY], { ...CLARIFY, on: on('03-12') }, 30, /一次性/],
  [[], { ...CLARIFY, workingDays: 0 }, 30, /合理期限/],
  [[], { ...CLARIFY, deliveredOn: on('03-04') }, 30, /早于发出日期/],
  [[], { kind: 'clarification-received', on: on('03-10') }, 30, /没有要求过补正/],
  [[CLARIFY], { kind: 'clarification-received', on: on('03-14') }, 30, /2025-03-13 届满.*正当理由/],
  [[CLARIFY], { kind: 'clarification-received', on: on('03-04') }, 30, /早于告知补正/],
  [[CLARIFY], { kind: 'clarification-lapsed', on: on('03-13') }, 30, /2025-03-13 为止/],
  [[CLARIFY], extended('03-07'), 30, /等待申请人补正/],
  [[CLARIFY], REPLY, 30, /等待申请人补正/],
  [[], { kind: 'clarification-lapsed', on: on('03-13') }, 30, /没有逾期/],
  [[], extended('04-01'), 33, /2025-03-31.*已经逾期/],
  [[], extended('03-20', 21), 33, /1至20个工作日/],
  [[], extended('03-20', 0), 33, /1至20个工作日/],
  [[], extended('03-20', 1.5), 33, /1至20个工作日/],
  [[], extended('03-20', 5, '03-21'), 33, /先经.*负责人同意/],
  [[extended('03-20', 5)], extended('03-21', 5), 33, /只能延长一次/],
  [[], { kind: 'third-party-answered', consultation: null, on: on('03-12') }, 32, /没有等待答复/],
  [[CONSULT], { kind: 'third-party-answered', consultation: null, on: on('03-12') }, 32, /没有等待答复/],
  [[CONSULT], { kind: 'agency-answered', consultation: null, on: on('03-09') }, 34, /早于征求意见书/],
  [[], { ...NOTICE, on: on('04-01'), receivedOn: null }, 6, /办理期限内发出/],
  [[NOTICE, { kind: 'fee-paid', on: on('03-14') }], { ...NOTICE, on: on('03-20') }, 3, /只收一次/],
  [[], { kind: 'fee-paid', on: on('03-14') }, 6, /没有等待缴纳/],
  [[NOTICE], { kind: 'fee-paid', on: on('04-15') }, 6, /2025-04-11 届满/],
  [[NOTICE], REPLY, 6, /等待申请人缴费/],
  [[], { kind: 'deferred', on: on('03-20'), until: on('05-30') }, 35, /说明理由/],
  [
    [{ kind: 'reasons-demanded', on: on('03-10') }],
    { kind: 'deferred', on: on('03-20'), until: on('03-28') },
    35,
    /不能早于原来的答复期限/,
  ],
  [[], { ...REPLY, on: on('03-02'), postedOn: null }, 31, /早于收到申请之日/],
  [[], { ...REPLY, postedOn: on('03-01') }, 31, /早于收到申请之日/],
  [[REPLY], REPLY, 33, /已经答复/],
  [[REPLY], CONSULT, 34, /已经答复/],
  [[{ kind: 'withdrawn', on: on('03-10') }], REPLY, 33, /已经终止/],
  [[], { kind: 'reply-ordered', on: on('05-10'), dueOn: null }, 65, /尚未办结/],
];

test('an act that the law does not allow at that point is refused with the article', () => {
  for (const [events, event, article, message] of FORBIDDEN) {
    const file = handedIn(RECEIVED, events);
    expect([event.kind, firstRefusalOf(file, NATIONAL_CALENDAR)]).toEqual([event.kind, null]);
    const refused = refusalOf(file, event, NATIONAL_CALENDAR);
    expect([event.kind, refused?.message]).toEqual([event.kind, expect.stringMatching(message)]);
    expect([event.kind, refused?.basis.article]).toEqual([event.kind, article]);
  }
});

test('the last day is in time for every act that has one', () => {
  const allowed: readonly (readonly [readonly ClockEvent[], ClockEvent])[] = [
    [[CLARIFY], { kind: 'clarification-received', on: on('03-13') }],
    [[CLARIFY], { kind: 'clarification-lapsed', on: on('03-14') }],
    [[], extended('03-31', 20)],
    [[], { ...NOTICE, on: on('03-31'), receivedOn: null }],
    [[NOTICE], { kind: 'fee-paid', on: on('04-11') }],
    [[NOTICE], { kind: 'fee-lapsed', on: on('04-12') }],
    [[CONSULT], { kind: 'agency-answered', consultation: null, on: on('03-10') }],
  ];
  for (const [events, event] of allowed)
    expect([event.kind, refusalOf(handedIn(RECEIVED, events), event, NATIONAL_CALENDAR)]).toEqual([event.kind, null]);
  const seventh = handedIn(RECEIVED, [
    { ...CLARIFY, on: on('03-12'), deliveredOn: on('03-12') },
    { kind: 'clarification-received', on: on('03-17') },
  ]);
  expect(clockOf(seventh).lateClarification).toBe(false);
  expect(earlierReadings(seventh, clockOf(seventh))).toEqual([]);
});

test('nothing but a withdrawal can follow before receipt is confirmed', () => {
  const file: ClockFile = { receipt: { ...NO_DAYS, channel: 'email', submittedOn: RECEIVED }, events: [] };
  expect(refusalOf(file, REPLY, NATIONAL_CALENDAR)?.basis).toEqual({ source: 'disclosure', article: 31, item: 3 });
  expect(refusalOf(file, { kind: 'withdrawn', on: RECEIVED }, NATIONAL_CALENDAR)).toBeNull();
  expect(clockOf(file)).toMatchObject({ stage: 'awaiting-confirmation', receivedOn: null, replyDueOn: null });
});

test('a payment begins the whole period anew from the day after it; the stricter reading takes out the waiting alone', () => {
  const file = handedIn(RECEIVED, [NOTICE, { kind: 'fee-paid', on: on('03-20') }]);
  const clock = clockOf(file);
  expect([clock.startsOn, clock.replyDueOn, clock.paymentDueOn].map(String)).toEqual([
    '2025-03-20',
    '2025-04-18',
    '2025-04-11',
  ]);
  expect(earlierReadings(file, clock).map(({ reading, replyDueOn }) => [reading, String(replyDueOn)])).toEqual([
    ['pause', '2025-04-09'],
  ]);
  const whys = new Set(explanationOf(clock).map(({ why }) => why));
  expect([...whys]).toEqual(['期限重新计算', '周末', '等待缴费', '工作日', '清明节']);
});

test('a notice to correct that comes late is a defect: the earlier due day is shown beside the new one', () => {
  const file = handedIn(RECEIVED, [
    { ...CLARIFY, on: on('03-13'), deliveredOn: on('03-13') },
    { kind: 'clarification-received', on: on('03-17') },
  ]);
  const clock = clockOf(file);
  expect([clock.lateClarification, String(clock.replyDueOn)]).toEqual([true, '2025-04-15']);
  expect(earlierReadings(file, clock).map(({ replyDueOn }) => String(replyDueOn))).toEqual(['2025-03-31']);
});

test('a proper reason for a late correction is another last day', () => {
  const prolonged: ClockEvent = { kind: 'clarification-prolonged', until: on('03-20') };
  const corrected: ClockEvent = { kind: 'clarification-received', on: on('03-19') };
  expect(firstRefusalOf(handedIn(RECEIVED, [CLARIFY, prolonged, corrected]), NATIONAL_CALENDAR)).toBeNull();
});

test('a new reply that is ordered has a period of its own, or the day that the decision sets', () => {
  const ordered = (dueOn: Temporal.PlainDate | null) =>
    clockOf(handedIn(RECEIVED, [REPLY, { kind: 'reply-ordered', on: on('06-03'), dueOn }]));
  expect(ordered(null)).toMatchObject({ stage: 'in-hand', onTime: null });
  expect(String(ordered(null).replyDueOn)).toBe('2025-07-01');
  expect(explanationOf(ordered(null)).filter(({ counted }) => counted)).toHaveLength(20);
  expect(String(ordered(on('06-20')).replyDueOn)).toBe('2025-06-20');
});

test('lateness is the completing act against the due day; the last day is a state of its own', () => {
  const open = clockOf(handedIn(RECEIVED));
  const standings = ['03-10', '03-24', '03-28', '03-31', '04-01'].map(text => standingOf(open, on(text)));
  expect(standings).toEqual(['in-time', 'due-soon', 'due-soon', 'due-today', 'overdue']);
  expect(['03-28', '03-31', '04-01'].map(text => workingDaysLeft(open, on(text)))).toEqual([1, 0, null]);
  const done = (posted: string) =>
    standingOf(clockOf(handedIn(RECEIVED, [{ ...REPLY, on: on(posted), postedOn: on(posted) }])), day('2026-01-01'));
  expect([done('03-31'), done('04-01')]).toEqual(['done-in-time', 'done-late']);
  expect(standingOf(clockOf(handedIn(RECEIVED, [CONSULT])), on('03-20'))).toBe('waiting-for-others');
  expect(standingOf(clockOf(handedIn(RECEIVED, [{ ...CONSULT, on: on('04-02') }])), on('04-03'))).toBe('overdue');
});

test('receipt follows the channel: what was signed for, confirmed or handed in', () => {
  const days = { submittedOn: on('03-03'), signedOn: on('03-05'), arrivedOn: on('03-06'), confirmedOn: on('03-07') };
  const received = CHANNELS.map(channel => {
    const found = receiptOf({ channel, ...days }, PRESET_READINGS);
    return [channel, found.kind === 'received' ? dateOfDay(found.on).toString().slice(5) : found.kind];
  });
  expect(Object.fromEntries(received)).toEqual({
    'in-person': '03-03',
    oral: '03-05',
    'signed-post': '03-05',
    'ordinary-post': '03-07',
    online: '03-07',
    email: '03-07',
    fax: '03-07',
  });
});

test('receipt facts that contradict each other or lack the day that counts are refused', () => {
  const kindOf = (facts: Partial<ReceiptFacts>) =>
    receiptOf({ ...NO_DAYS, channel: 'in-person', ...facts }, PRESET_READINGS).kind;
  expect(kindOf({})).toBe('unusable');
  expect(kindOf({ channel: 'oral' })).toBe('unusable');
  expect(kindOf({ channel: 'signed-post', submittedOn: RECEIVED })).toBe('unusable');
  expect(kindOf({ channel: 'signed-post', submittedOn: on('03-06'), signedOn: on('03-05') })).toBe('unusable');
  expect(kindOf({ channel: 'online', submittedOn: on('03-06'), confirmedOn: on('03-05') })).toBe('unusable');
  expect(kindOf({ channel: 'fax', arrivedOn: RECEIVED })).toBe('awaiting-confirmation');
});

test('a letter confirmed later than it arrived shows the day by its arrival', () => {
  const file: ClockFile = {
    receipt: { ...NO_DAYS, channel: 'ordinary-post', arrivedOn: on('03-03'), confirmedOn: on('03-06') },
    events: [],
  };
  const clock = clockOf(file);
  expect([String(clock.receivedOn), String(clock.replyDueOn)]).toEqual(['2025-03-06', '2025-04-03']);
  expect(earlierReadings(file, clock).map(({ point, replyDueOn }) => [point, String(replyDueOn)])).toEqual([
    ['lateConfirmation', '2025-03-31'],
  ]);
});

test('an online form is confirmed at once where the office has chosen so', () => {
  const file: ClockFile = { receipt: { ...NO_DAYS, channel: 'online', submittedOn: RECEIVED }, events: [] };
  const readings = findReadings(PRESET_READINGS, 'onlineConfirmation', 'automatic')!;
  expect(String(replyClock(file, NATIONAL_CALENDAR, readings).replyDueOn)).toBe('2025-03-31');
});

test('every contested point has its preset among its readings, and a source', () => {
  for (const name of CONTESTED_POINT_NAMES) {
    expect(Object.keys(CONTESTED_POINTS[name].readings)).toContain(PRESET_READINGS[name]);
    expect(CONTESTED_POINTS[name].basis.source).not.toBe('');
  }
  expect(findReadings(PRESET_READINGS, 'pause', 'constructor')).toBeUndefined();
});

test('every contested point stands in the documentation', () => {
  const documentation = readFileSync(join(import.meta.dirname, '../../../docs/law/clocks.md'), 'utf8');
  expect(CONTESTED_POINT_NAMES.filter(name => !documentation.includes(`| \`${name}\` |`))).toEqual([]);
});

test('a change of the calendar moves dates of the files that it touches, and tells which', () => {
  const changed = calendarWith([
    {
      kind: 'emergency',
      year: 2025,
      title: '示例区人民政府关于临时放假的通知',
      number: null,
      issuedOn: '2025-03-20',
      holidays: [{ name: '临时放假', from: '2025-03-26', to: '2025-03-27' }],
      makeUpDays: [],
      ordinaryDays: [],
    },
  ]);
  const file = handedIn(RECEIVED);
  const moves = clockMoves(clockOf(file), replyClock(file, changed)).map(({ date, from, to }) => [
    date,
    String(from),
    String(to),
  ]);
  expect(moves).toEqual([
    ['replyDueOn', '2025-03-31', '2025-04-02'],
    ['maxExtendedDueOn', '2025-04-28', '2025-04-30'],
  ]);
  const untouched = handedIn(day('2025-05-06'));
  expect(clockMoves(clockOf(untouched), replyClock(untouched, changed))).toEqual([]);
});

test('dates beyond the last notice are marked one by one', () => {
  const clock = clockOf(handedIn(day('2026-11-25')));
  expect([String(clock.replyDueOn), clock.provisional]).toEqual(['2026-12-23', false]);
  expect(provisionalDatesOf(clock)).toEqual(['maxExtendedDueOn']);
});
