import { networkOf } from './address.ts';
import type { Allowance, RateLimit } from './rate-limiter.ts';

/** Counts in the memory of one process: for what is asked so often that a row in the database would cost more than the answer. */
export type MemoryLimiter = {
  readonly take: (limit: RateLimit, address: string, now: Temporal.Instant) => Allowance;
};

/** Addresses remembered at once. Beyond it those that came first are forgotten, which only forgives them. */
const MOST = 50_000;

/** The same algorithm as the limiter in the database: one moment an address, at which nothing is used up any more. */
export function createMemoryLimiter(): MemoryLimiter {
  const freeAt = new Map<string, number>();
  return {
    take: ({ purpose, burst, everySeconds }, address, now) => {
      const key = `${purpose}:${networkOf(address)}`;
      const at = now.epochMilliseconds;
      const next = Math.max(freeAt.get(key) ?? 0, at) + everySeconds * 1000;
      const wait = next - (at + burst * everySeconds * 1000);
      if (wait > 0) return { kind: 'limited', retryAfterSeconds: Math.ceil(wait / 1000) };
      freeAt.delete(key);
      freeAt.set(key, next);
      if (freeAt.size > MOST) freeAt.delete(freeAt.keys().next().value!);
      return { kind: 'free' };
    },
  };
}
