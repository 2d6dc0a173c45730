/** What failed attempts are counted by: account and address together, the address, the account, and the account's one-time codes. */
export const DELAY_SCOPES = ['pair', 'address', 'account', 'code'] as const;

export type DelayScope = (typeof DELAY_SCOPES)[number];

/** Failures counted under one key; `lastAt` is the last attempt that was examined. */
export type Failures = { readonly count: number; readonly lastAt: Temporal.Instant };

// Nobody must be able to lock another out: the account's own delay stays short however many fail, only the address that
// fails is slowed down for long, and a browser that has signed in before is not delayed by what others do.
const POLICY = {
  pair: { free: 5, longestSeconds: 900 },
  address: { free: 20, longestSeconds: 300 },
  account: { free: 50, longestSeconds: 10 },
  // Whoever comes this far has the password; six digits must not be guessed from a thousand addresses.
  code: { free: 5, longestSeconds: 600 },
} as const satisfies Record<DelayScope, { free: number; longestSeconds: number }>;

const FORGET_AFTER_SECONDS = 24 * 3600;

const secondsSince = (then: Temporal.Instant, now: Temporal.Instant) =>
  (now.epochMilliseconds - then.epochMilliseconds) / 1000;

/** Failures that still count: after a quiet day all are forgotten. */
export function countingFailures(failures: Failures | undefined, now: Temporal.Instant): number {
  return failures === undefined || secondsSince(failures.lastAt, now) > FORGET_AFTER_SECONDS ? 0 : failures.count;
}

/** Whole seconds until the next attempt is examined; 0 is now. Doubles with each failure beyond the free ones. */
export function delayOf(scope: DelayScope, failures: Failures | undefined, now: Temporal.Instant): number {
  const beyond = countingFailures(failures, now) - POLICY[scope].free;
  if (failures === undefined || beyond < 0) return 0;
  const delay = Math.min(2 ** Math.min(beyond, 20), POLICY[scope].longestSeconds);
  return Math.max(0, Math.ceil(delay - secondsSince(failures.lastAt, now)));
}
