/** Once a day at a time of a zone, once an hour at a minute, or every so many minutes. */
export type Schedule =
  | { readonly kind: 'day'; readonly hour: number; readonly minute: number; readonly zone: string }
  | { readonly kind: 'hour'; readonly minute: number }
  | { readonly kind: 'minutes'; readonly length: number };

const DAY = /^day at ([01]\d|2[0-3]):([0-5]\d) ([A-Za-z]+\/[A-Za-z_]+|UTC)$/;
const HOUR = /^hour at :([0-5]\d)$/;
/** Divisors of the hour, so that occurrences fall on the same minutes of each. */
const MINUTES = /^(2|3|4|5|6|10|12|15|20|30) minutes$/;

/** Reads `day at 07:30 Asia/Shanghai`, `hour at :15` or `5 minutes`. Throws a RangeError for anything else. */
export function readSchedule(every: string): Schedule {
  const [, hour, minute, zone] = DAY.exec(every) ?? [];
  if (zone !== undefined) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone); // throws for a zone that does not exist
    return { kind: 'day', hour: Number(hour), minute: Number(minute), zone };
  }
  const [, length] = MINUTES.exec(every) ?? [];
  if (length !== undefined) return { kind: 'minutes', length: Number(length) };
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
  if (schedule.kind === 'minutes') {
    const length = schedule.length * 60_000;
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length);
  }
  const here = now.toZonedDateTimeISO(zoneOf(schedule));
  const time =
    schedule.kind === 'day'
      ? { hour: schedule.hour, minute: schedule.minute }
      : { hour: here.hour, minute: schedule.minute };
  const candidate = here.with({ ...time, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const isPast = Temporal.Instant.compare(candidate.toInstant(), now) <= 0;
  return (isPast ? candidate : candidate.subtract(schedule.kind === 'day' ? { days: 1 } : { hours: 1 })).toInstant();
}
