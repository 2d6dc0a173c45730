const ZONE = 'Asia/Shanghai';

/** A moment as the clock on the wall shows it: 2026-11-25 09:02. */
export function instantText(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE);
  return `${local.toPlainDate().toString()} ${clockText(instant)}`;
}

/** The time of day alone: 09:02. */
export function clockText(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The moment at which a day begins on the wall. */
export const beginningOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(ZONE).toInstant();
