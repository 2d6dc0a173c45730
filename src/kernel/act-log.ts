/** One act of a register's log: its place, when and by whom it was done, and what was done. */
export type LogEntry<Act, Actor> = {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly by: Actor;
  readonly act: Act;
};

/** An act as every log stores it: its kind in a column, everything else as JSON. */
export type ActRow = {
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly facts: unknown;
};

/** Fields of acts that hold a day or an instant: their names end so, everywhere. */
const IS_DAY = /^(?:on|until|.*On)$/;
const IS_INSTANT = /At$/;

function written(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
}

function readText(text: string, key: string): unknown {
  if (IS_DAY.test(key)) return Temporal.PlainDate.from(text);
  return IS_INSTANT.test(key) ? Temporal.Instant.from(text) : text;
}

function read(value: unknown, key: string): unknown {
  if (typeof value === 'string') return readText(value, key);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inner => read(inner, ''));
  // A loop: registers read their logs a million acts at a time.
  const result: Record<string, unknown> = {};
  for (const name in value) result[name] = read((value as Record<string, unknown>)[name], name);
  return result;
}

/** The facts of an act as they are stored: everything but its kind; days and instants are ISO text. */
export function actFacts(act: { readonly kind: string }): Record<string, unknown> {
  const { kind: _kind, ...facts } = act;
  return written(facts) as Record<string, unknown>;
}

/**
 * Reads acts of a register from what `actFacts` has stored. What it gives throws on a kind that is not among these: a newer program
 * has written the log, and what it wrote must not be read as something else.
 */
export function actReader<Act extends { readonly kind: string }>(
  kinds: readonly Act['kind'][],
): (kind: string, facts: unknown) => Act {
  const known: ReadonlySet<string> = new Set(kinds);
  return (kind, facts) => {
    if (!known.has(kind)) throw new Error(`The log holds an act that this version does not know: ${kind}`);
    const act = read(facts, '') as Record<string, unknown>;
    act['kind'] = kind;
    return act as Act;
  };
}

/** The columns of an entry that every log has. Whose act it was stands in columns that differ from log to log. */
export function actColumns(entry: LogEntry<{ readonly kind: string }, unknown>) {
  const { sequence, at, act } = entry;
  return { sequence, kind: act.kind, at: at.toString(), facts: JSON.stringify(actFacts(act)) };
}

/** An entry from its row. */
export function entryFrom<Act, Actor>(
  row: ActRow,
  by: Actor,
  readAct: (kind: string, facts: unknown) => Act,
): LogEntry<Act, Actor> {
  return { sequence: row.sequence, at: Temporal.Instant.from(row.at), by, act: readAct(row.kind, row.facts) };
}
