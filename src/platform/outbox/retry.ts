const FIRST_MINUTES = 1;
const MOST_MINUTES = 6 * 60;
/** 1 + 2 + 4 … + 256 minutes, then every six hours: the last of 20 attempts is three days after the first. */
export const MAX_ATTEMPTS = 20;

/** How long to wait after so many failed attempts (1 or more); null when it is time to give up. */
export function waitAfter(attempts: number): Temporal.Duration | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  return Temporal.Duration.from({ minutes: Math.min(FIRST_MINUTES * 2 ** (attempts - 1), MOST_MINUTES) });
}
