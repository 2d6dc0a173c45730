import { expect, test } from 'vitest';
import { createMemoryLimiter } from './memory-limiter.ts';

const LIMIT = { purpose: 'search', burst: 3, everySeconds: 2 };
const start = Temporal.Instant.from('2026-11-25T00:00:00Z');

test('so many at once, then one each period, and whoever is refused is told when to come again', () => {
  const { take } = createMemoryLimiter();
  const at = (seconds: number, address = '203.0.113.1') => take(LIMIT, address, start.add({ seconds }));
  expect([at(0), at(0), at(0)].map(({ kind }) => kind)).toEqual(['free', 'free', 'free']);
  expect(at(0)).toEqual({ kind: 'limited', retryAfterSeconds: 2 });
  expect(at(1)).toEqual({ kind: 'limited', retryAfterSeconds: 1 });
  expect(at(2).kind).toBe('free');
  expect(at(2).kind).toBe('limited');
  // Being refused uses nothing up, and others are not affected.
  expect(at(2, '203.0.113.2').kind).toBe('free');
  expect(at(100).kind).toBe('free');
});

test('one household of IPv6 is one visitor; purposes do not count together', () => {
  const { take } = createMemoryLimiter();
  const one = { ...LIMIT, burst: 1 };
  expect(take(one, '2001:db8:1:2::1', start).kind).toBe('free');
  expect(take(one, '2001:db8:1:2::ffff', start).kind).toBe('limited');
  expect(take(one, '2001:db8:1:3::1', start).kind).toBe('free');
  expect(take({ ...one, purpose: 'dump' }, '2001:db8:1:2::1', start).kind).toBe('free');
});
