// How long a due date takes, and how much a counted calendar saves over walking from day to day.
import type { ClockFile } from '../src/applications/rules/clock-events.ts';
import { explanationOf } from '../src/applications/rules/clock-explanation.ts';
import { replyClock } from '../src/applications/rules/reply-clock.ts';
import { isWorkingDay, nthWorkingDay } from '../src/calendar/working-calendar.ts';
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from '../src/calendar/national-calendar.ts';
import { createWorkingCalendar } from '../src/calendar/working-calendar.ts';
import { measure } from './measure.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const RECEIVED = Array.from({ length: 1000 }, (_, index) => day('2023-01-03').add({ days: index }));

const plain = (on: Temporal.PlainDate): ClockFile => ({
  receipt: { channel: 'in-person', submittedOn: on, arrivedOn: null, signedOn: null, confirmedOn: null },
  events: [],
});
/** Consultation across a correction, then an extension: everything that moves a due day. */
const full = (on: Temporal.PlainDate): ClockFile => ({
  ...plain(on),
  events: [
    { kind: 'clarification-requested', on: on.add({ days: 3 }), deliveredOn: on.add({ days: 5 }), workingDays: 15 },
    { kind: 'clarification-received', on: on.add({ days: 12 }) },
    { kind: 'third-party-consulted', consultation: 'a', on: on.add({ days: 15 }), receivedOn: on.add({ days: 17 }) },
    { kind: 'third-party-consulted', consultation: 'b', on: on.add({ days: 16 }), receivedOn: on.add({ days: 18 }) },
    { kind: 'third-party-answered', consultation: 'a', on: on.add({ days: 26 }) },
    { kind: 'extended', approvedOn: on.add({ days: 30 }), notifiedOn: on.add({ days: 31 }), workingDays: 20 },
  ],
});

function walked(on: Temporal.PlainDate): Temporal.PlainDate {
  let [date, left] = [on, 20];
  while (left > 0) {
    date = date.add({ days: 1 });
    if (isWorkingDay(NATIONAL_CALENDAR, date)) left -= 1;
  }
  return date;
}

async function microseconds<Item>(items: readonly Item[], work: (item: Item) => unknown): Promise<number> {
  const milliseconds = await measure(async () => {
    for (const item of items) work(item);
  });
  return (milliseconds * 1000) / items.length;
}

/** Prints the clock's times, each beside walking through the days. */
export async function benchClock(): Promise<void> {
  const baseline = await microseconds(RECEIVED, walked);
  const [plainFiles, fullFiles] = [RECEIVED.map(plain), RECEIVED.map(full)];
  const clocks = fullFiles.map(file => replyClock(file, NATIONAL_CALENDAR));
  const lines: readonly (readonly [string, number, string])[] = [
    ['20th working day', await microseconds(RECEIVED, on => nthWorkingDay(NATIONAL_CALENDAR, on, 20)), ''],
    ['clock, no act', await microseconds(plainFiles, file => replyClock(file, NATIONAL_CALENDAR)), 'aim 5'],
    ['clock, six acts', await microseconds(fullFiles, file => replyClock(file, NATIONAL_CALENDAR)), 'aim 5'],
    ['explanation', await microseconds(clocks, explanationOf), ''],
    ['a new calendar', await microseconds([0], () => createWorkingCalendar(NATIONAL_NOTICES)), ''],
  ];
  console.log('\nthe statutory clock, warm, one core\n');
  for (const [name, time, aim] of lines)
    console.log(
      `${name.padEnd(18)}${time.toFixed(2).padStart(10)} µs  ${(time / baseline).toFixed(3).padStart(8)} × walking 20 working days  ${aim}`,
    );
}
