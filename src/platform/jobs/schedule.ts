/** Once a day at a time of a zone, or once an hour at a minute. */
export type Schedule =
  | { readonly kind: 'day'; readonly hour: number; readonly minute: number; readonly zone: string }
  | { readonly kind: 'hour'; readonly minute: number };

const DAY = /^day at ([01]\d|2[0-3]):([0-5]\d) ([A-Za-z]+\/[A-Za-z_]+|UTC)$/;
const HOUR = /^hour at :([0-5]\d)$/;

/** Reads `day at 07:30 Asia/Shanghai` or `hour at :15`. Throws a RangeError for anything else. */
export function readSchedule(every: string): Schedule {
  const [, hour, minute, zone] = DAY.exec(every) ?? [];
  if (zone !== undefined) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone); // throws for a zone that does not exist
    return { kind: 'day', hour: Number(hour), minute: Number(minute), zone };
  }
  const [, past] = HOUR.exec(every) ?? [];
  if (past === undefined) throw new RangeError(`No schedule: ${every}`);
  return { kind: 'hour', minute: Number(past) };
}

/** The zone in which the days of a schedule are counted. */
export function zoneOf(schedule: Schedule): string {
  return schedule.kind === 'day' ? schedule.zone : 'UTC';
}

/** The latest occurrence that is not after `now`. */
export function lastOccurrence(schedule: Schedule, now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zoneOf(schedule));
  const time =
    schedule.kind === 'day'
      ? { hour: schedule.hour, minute: schedule.minute }
      : { hour: here.hour, minute: schedule.minute };
  const candidate = here.with({ ...time, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const isPast = Temporal.Instant.compare(candidate.toInstant(), now) <= 0;
  return (isPast ? candidate : candidate.subtract(schedule.kind === 'day' ? { days: 1 } : { hours: 1 })).toInstant();
}
