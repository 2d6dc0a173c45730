/** An untouched session ends after half an hour, any session after twelve hours; one that waits for the second factor after ten minutes. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 12;
const SECOND_FACTOR_MINUTES = 10;

export type SessionStage = 'password' | 'full';

export type SessionTimes = {
  readonly stage: SessionStage;
  readonly openedAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
};

/** When the session ends by itself if nothing more is done in it. */
export function endsAt({ stage, openedAt, lastSeenAt }: SessionTimes): Temporal.Instant {
  if (stage === 'password') return openedAt.add({ minutes: SECOND_FACTOR_MINUTES });
  const [idle, longest] = [lastSeenAt.add({ minutes: IDLE_MINUTES }), openedAt.add({ hours: LONGEST_HOURS })];
  return Temporal.Instant.compare(idle, longest) < 0 ? idle : longest;
}

export function isAlive(session: SessionTimes, now: Temporal.Instant): boolean {
  return session.endedAt === null && Temporal.Instant.compare(now, endsAt(session)) < 0;
}
