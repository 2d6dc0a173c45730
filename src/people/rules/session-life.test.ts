import { expect, test } from 'vitest';
import { endsAt, isAlive } from './session-life.ts';
import type { SessionTimes } from './session-life.ts';

const OPENED = Temporal.Instant.from('2026-11-25T00:00:00Z');
const session = (more: Partial<SessionTimes> = {}): SessionTimes => ({
  stage: 'full',
  openedAt: OPENED,
  lastSeenAt: OPENED,
  endedAt: null,
  ...more,
});
const at = (minutes: number) => OPENED.add({ minutes });

test('a session ends half an hour after the last look', () => {
  expect(isAlive(session(), at(29))).toBe(true);
  expect(isAlive(session(), at(30))).toBe(false);
  expect(isAlive(session({ lastSeenAt: at(29) }), at(58))).toBe(true);
});

test('however busy, a session ends after twelve hours', () => {
  const busy = session({ lastSeenAt: at(719) });
  expect(isAlive(busy, at(719))).toBe(true);
  expect(isAlive(busy, at(720))).toBe(false);
  expect(endsAt(busy).toString()).toBe('2026-11-25T12:00:00Z');
});

test('a session without its second factor lasts ten minutes, and an ended one no longer at all', () => {
  expect(isAlive(session({ stage: 'password', lastSeenAt: at(9) }), at(10))).toBe(false);
  expect(isAlive(session({ endedAt: at(1) }), at(1))).toBe(false);
});
