import { sql } from 'kysely';
import type { Queries } from '../database/pool.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { networkOf } from './address.ts';

/**
 * So many acts at once, then one each `everySeconds`. Many people may stand behind one address (an office, a mobile network):
 * choose bursts that a hall full of applicants does not reach.
 */
export type RateLimit = { readonly purpose: string; readonly burst: number; readonly everySeconds: number };

/** Looking up an application by code and password: guessing needs millions of tries. */
export const STATUS_QUERY_LIMIT: RateLimit = { purpose: 'status-query', burst: 20, everySeconds: 15 };
/** Handing in a form of the public site. */
export const FORM_POST_LIMIT: RateLimit = { purpose: 'form-post', burst: 20, everySeconds: 30 };

export type Allowance = { readonly kind: 'free' } | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

export type RateLimiter = {
  /** Uses up one act of an address, if it has one left. Several processes count together. */
  readonly take: (limit: RateLimit, address: string, now: Temporal.Instant) => Promise<Allowance>;
  /** Forgets addresses that have used up nothing any more. */
  readonly clear: (now: Temporal.Instant) => Promise<void>;
};

/**
 * A limiter after the generic cell rate algorithm: one row an address, which holds the moment at which nothing is used up any
 * more. The row's key is a digest, so that the table is no record of who came when.
 */
export function createRateLimiter({
  queries,
  sealing,
}: {
  readonly queries: Queries;
  readonly sealing: Sealing;
}): RateLimiter {
  return {
    take: async (limit, address, now) => {
      const key = sealing.digest(`${limit.purpose}:${networkOf(address)}`, 'rate-limit');
      const at = now.toString();
      const step = sql`make_interval(secs => ${limit.everySeconds})`;
      const room = sql`make_interval(secs => ${limit.everySeconds * limit.burst})`;
      const taken = await sql<{ key: string }>`
        insert into rate_limits as limits (key, free_at) values (${key}, ${at}::timestamptz + ${step})
        on conflict (key) do update set free_at = greatest(limits.free_at, ${at}::timestamptz) + ${step}
          where greatest(limits.free_at, ${at}::timestamptz) + ${step} <= ${at}::timestamptz + ${room}
        returning key`.execute(queries);
      if (taken.rows.length > 0) return { kind: 'free' };
      const { rows } = await sql<{ wait: number }>`
        select ceil(extract(epoch from free_at + ${step} - ${room} - ${at}::timestamptz))::int as wait
        from rate_limits where key = ${key}`.execute(queries);
      return { kind: 'limited', retryAfterSeconds: Math.max(rows[0]?.wait ?? 1, 1) };
    },
    clear: async now => {
      await queries.deleteFrom('rate_limits').where('free_at', '<', now.toString()).execute();
    },
  };
}
