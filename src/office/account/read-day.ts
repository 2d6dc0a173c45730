/** A day as a date field sends it; null where it is none. */
export function readDay(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
      ? Temporal.PlainDate.from(text.trim(), { overflow: 'reject' })
      : null;
  } catch {
    return null;
  }
}
