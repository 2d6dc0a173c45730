import { expect, test } from 'vitest';
import { delayOf, DELAY_SCOPES } from './sign-in-delay.ts';

const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const failed = (count: number, secondsAgo = 0) => ({ count, lastAt: NOW.subtract({ seconds: secondsAgo }) });

test('the first attempts are free, then each failure doubles the wait, up to a bound', () => {
  expect(delayOf('pair', undefined, NOW)).toBe(0);
  expect([4, 5, 6, 7, 8].map(count => delayOf('pair', failed(count), NOW))).toEqual([0, 1, 2, 4, 8]);
  expect(DELAY_SCOPES.map(scope => delayOf(scope, failed(100_000), NOW))).toEqual([900, 300, 10, 600]);
});

test('no wait is for ever: it runs out, and a quiet day forgets everything', () => {
  expect(delayOf('pair', failed(100_000, 899), NOW)).toBe(1);
  expect(delayOf('pair', failed(100_000, 900), NOW)).toBe(0);
  expect(delayOf('pair', failed(7, 24 * 3600 + 1), NOW)).toBe(0);
});
