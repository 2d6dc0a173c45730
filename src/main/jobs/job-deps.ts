import type { ActionDeps } from '../../applications/actions/deps.ts';
import type { RateLimiter } from '../../platform/rate-limit/rate-limiter.ts';

/** What the daily jobs may use: acts as the system, and the messages that they queue. */
export type JobDeps = ActionDeps & {
  readonly limiter: RateLimiter;
  /** How the site is reached from outside, for links in messages; null where nobody said. */
  readonly publicAddress: string | null;
};
