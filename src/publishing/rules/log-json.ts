import { ACT_KINDS } from './publication-log.ts';
import type { Act } from './publication-log.ts';

/** Fields of acts that hold a day or an instant: their names end so, everywhere. */
const IS_DAY = /^(?:on|.*On)$/;
const IS_INSTANT = /^.*At$/;
const KINDS: ReadonlySet<string> = new Set(ACT_KINDS);

function written(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
}

function read(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    if (IS_DAY.test(key)) return Temporal.PlainDate.from(value);
    return IS_INSTANT.test(key) ? Temporal.Instant.from(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inner => read(inner, ''));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner, name)]));
}

/** The facts of an act as they are stored: everything but its kind; days and instants are ISO text. */
export function actFacts(act: Act): Record<string, unknown> {
  const { kind: _kind, ...facts } = act;
  return written(facts) as Record<string, unknown>;
}

/** The act of stored facts. Throws on a kind that this program does not know: a newer program has written the log. */
export function actFrom(kind: string, facts: unknown): Act {
  if (!KINDS.has(kind)) throw new Error(`The log holds an act that this version does not know: ${kind}`);
  return { kind, ...(read(facts, '') as Record<string, unknown>) } as Act;
}
