import { readDays, writeDays } from '../../kernel/day-json.ts';
import { ACT_KINDS } from './application-log.ts';
import type { Act } from './application-log.ts';

const KINDS: ReadonlySet<string> = new Set(ACT_KINDS);

/** The facts of an act as they are stored: everything but its kind, days as ISO text. */
export function actFacts(act: Act): Record<string, unknown> {
  const { kind: _kind, ...facts } = act;
  return writeDays(facts) as Record<string, unknown>;
}

/** The act of stored facts. Throws on a kind that this program does not know: a newer program has written the log. */
export function actFrom(kind: string, facts: unknown): Act {
  if (!KINDS.has(kind)) throw new Error(`The log holds an act that this version does not know: ${kind}`);
  const act = readDays(facts) as Record<string, unknown>;
  act['kind'] = kind;
  return act as Act;
}
