/** Fields that hold a day: their names end so, everywhere. */
const IS_DAY = /^(?:on|until|.*On)$/;

/** A value with its days as ISO text, as JSON can hold it. */
export function writeDays(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(writeDays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writeDays(inner)]));
}

/** The value that `writeDays` wrote: text in a field that holds a day is a day again. */
export function readDays(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return IS_DAY.test(key) ? Temporal.PlainDate.from(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inner => readDays(inner));
  const result: Record<string, unknown> = {};
  for (const name in value) result[name] = readDays((value as Record<string, unknown>)[name], name);
  return result;
}
