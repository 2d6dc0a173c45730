import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineJob } from './job.ts';
import { lastOccurrence, readSchedule } from './schedule.ts';

const at = (text: string) => Temporal.Instant.from(text);
const MORNING = readSchedule('day at 07:30 Asia/Shanghai');

test('a daily job has occurred today from its minute on, before that yesterday', () => {
  expect(lastOccurrence(MORNING, at('2026-11-25T07:30:00+08:00'))).toEqual(at('2026-11-24T23:30:00Z'));
  expect(lastOccurrence(MORNING, at('2026-11-25T07:29:59.999+08:00'))).toEqual(at('2026-11-23T23:30:00Z'));
  expect(lastOccurrence(MORNING, at('2027-01-01T00:00:00+08:00'))).toEqual(at('2026-12-31T07:30:00+08:00'));
});

test('an hourly job has occurred at its minute', () => {
  const hourly = readSchedule('hour at :15');
  expect(lastOccurrence(hourly, at('2026-11-25T00:14:00Z'))).toEqual(at('2026-11-24T23:15:00Z'));
  expect(lastOccurrence(hourly, at('2026-11-25T00:15:00Z'))).toEqual(at('2026-11-25T00:15:00Z'));
});

test('a job of every five minutes has occurred at the last minute that five divides', () => {
  const often = readSchedule('5 minutes');
  expect(lastOccurrence(often, at('2026-11-25T00:14:59.9Z'))).toEqual(at('2026-11-25T00:10:00Z'));
  expect(lastOccurrence(often, at('2026-11-25T00:15:00Z'))).toEqual(at('2026-11-25T00:15:00Z'));
});

test('the latest occurrence is never in the future, never a day old, and its own latest', () => {
  const moment = fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map(seconds => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
  fc.assert(
    fc.property(moment, now => {
      const occurrence = lastOccurrence(MORNING, now);
      const age = occurrence.until(now).total('hours');
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(25); // clocks were put forward in Shanghai until 1991
      expect(lastOccurrence(MORNING, occurrence)).toEqual(occurrence);
    }),
  );
});

test('what is no schedule, no zone or no name is refused when the job is defined', () => {
  const run = async () => {};
  for (const every of [
    'daily',
    'day at 7:30 Asia/Shanghai',
    'day at 24:00 UTC',
    'day at 07:30 Asia/Nowhere',
    'hour at :60',
    '7 minutes',
    '0 minutes',
  ])
    expect(() => defineJob({ name: 'a', every, run }), every).toThrow(RangeError);
  expect(() => defineJob({ name: 'A b', every: 'hour at :00', run })).toThrow(RangeError);
});
