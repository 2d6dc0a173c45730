import { expect, test } from 'vitest';
import { openTestDatabase } from '../database/testing/test-database.ts';
import { createSealing } from '../sealing/sealing.ts';
import { networkOf } from './address.ts';
import { createRateLimiter } from './rate-limiter.ts';

const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const LIMIT = { purpose: 'test', burst: 3, everySeconds: 10 };
const sealing = createSealing([new Uint8Array(32)]);

test('a burst is free, then one act each interval, and who waits is told how long', async () => {
  await using database = await openTestDatabase();
  const { take } = createRateLimiter({ queries: database.queries, sealing });
  const at = (seconds: number) => take(LIMIT, '203.0.113.7', NOW.add({ milliseconds: seconds * 1000 }));
  for (let index = 0; index < 3; index += 1) expect(await at(0)).toEqual({ kind: 'free' });
  expect(await at(0)).toEqual({ kind: 'limited', retryAfterSeconds: 10 });
  expect(await at(9.5)).toEqual({ kind: 'limited', retryAfterSeconds: 1 });
  expect(await at(10)).toEqual({ kind: 'free' });
  expect(await at(10)).toEqual({ kind: 'limited', retryAfterSeconds: 10 });
  for (let index = 0; index < 3; index += 1) expect(await at(1000)).toEqual({ kind: 'free' });
});

test('other addresses and other purposes are not touched, and no address stands in the table', async () => {
  await using database = await openTestDatabase();
  const limiter = createRateLimiter({ queries: database.queries, sealing });
  for (let index = 0; index < 4; index += 1) await limiter.take(LIMIT, '203.0.113.7', NOW);
  expect(await limiter.take(LIMIT, '203.0.113.8', NOW)).toEqual({ kind: 'free' });
  expect(await limiter.take({ ...LIMIT, purpose: 'other' }, '203.0.113.7', NOW)).toEqual({ kind: 'free' });
  const rows = await database.queries.selectFrom('rate_limits').selectAll().execute();
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toContain('203.0');
  await limiter.clear(NOW.add({ hours: 1 }));
  expect(await database.queries.selectFrom('rate_limits').selectAll().execute()).toEqual([]);
});

test('acts at the same moment from several processes do not slip through', async () => {
  await using database = await openTestDatabase();
  const limiters = Array.from({ length: 2 }, () => createRateLimiter({ queries: database.queries, sealing }));
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => limiters[index % 2]!.take(LIMIT, '::1', NOW)),
  );
  expect(answers.filter(({ kind }) => kind === 'free')).toHaveLength(3);
});

test('an IPv6 address counts with its network, a mapped one as the IPv4 address that it is', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:0db8::9%eth0')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('unknown')).toBe('unknown');
});
