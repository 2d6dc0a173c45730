import { ACT_KINDS } from './application-log.ts';
import type { Act } from './application-log.ts';

/** Fields of acts that hold a day: their names end so, everywhere. */
const IS_DAY = /^(?:on|until|.*On)$/;
const KINDS: ReadonlySet<string> = new Set(ACT_KINDS);

function written(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
}

function read(value: unknown, key: string): unknown {
  if (typeof value === 'string') return IS_DAY.test(key) ? Temporal.PlainDate.from(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inner => read(inner, ''));
  const result: Record<string, unknown> = {};
  for (const name in value) result[name] = read((value as Record<string, unknown>)[name], name);
  return result;
}

/** The facts of an act as they are stored: everything but its kind, days as ISO text. */
export function actFacts(act: Act): Record<string, unknown> {
  const { kind: _kind, ...facts } = act;
  return written(facts) as Record<string, unknown>;
}

/** The act of stored facts. Throws on a kind that this program does not know: a newer program has written the log. */
export function actFrom(kind: string, facts: unknown): Act {
  if (!KINDS.has(kind)) throw new Error(`The log holds an act that this version does not know: ${kind}`);
  const act = read(facts, '') as Record<string, unknown>;
  act['kind'] = kind;
  return act as Act;
}
