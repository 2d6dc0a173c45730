import { sql } from 'kysely';
import type { Queries } from '../database/pool.ts';

/** Which published items have changed, or may have been added or taken down; `any` where that is not known any more. */
export type ChangedItems = readonly string[] | 'any';

/**
 * What the public pages show, watched: items, columns, agencies, settings, reports. Whoever keeps something in memory asks whether
 * it still holds; every process sees what any process has committed.
 */
export type SiteChanges = {
  /** The number of the state that was seen less than 100 ms ago; null where one has to look again. */
  readonly recent: () => number | null;
  /** The number of the state now, or of one not older than 100 ms. It is another one after every change. */
  readonly current: () => Promise<number>;
  /** The same, of this moment: what was committed before the call is seen. */
  readonly now: () => Promise<number>;
  /** Forgets when it last looked: something was done in this process, and whoever comes next must see it. */
  readonly lookAgain: () => void;
  /** Tells of every change, before the number of the new state is given to anybody. */
  readonly onChange: (listener: (items: ChangedItems) => void) => void;
};

/** What other processes have changed is seen after this time at the latest. */
const LOOK_EVERY_MS = 100;
/** From this age on it is looked again beside the answers, so that none of them waits for it. */
const LOOK_AHEAD_MS = 50;

type Anchor = { readonly position: number; readonly at: string };
type Seen = {
  /** Everything below this transaction was finished when it was looked: none of it can appear any more. */
  readonly horizon: string | null;
  readonly positions: ReadonlySet<number>;
};
type ChangeRow = { readonly position: number; readonly item: string | null };

/** A row of our own: as long as it stands, nothing was lost by a crash of the database and nothing unseen was cleared away. */
async function setAnchor(queries: Queries): Promise<Anchor> {
  await sql`delete from site_changes where at < statement_timestamp() - interval '1 day'`.execute(queries);
  const { rows } = await sql<Anchor>`
    insert into site_changes default values returning position, at::text as at`.execute(queries);
  return rows[0]!;
}

/** What has changed since a horizon; with none, what may still change what is read from now on. */
async function readSince(queries: Queries, anchor: Anchor, horizon: string | null) {
  const { rows } = await sql<{ horizon: string; anchored: boolean; changes: readonly ChangeRow[] }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      exists (select from site_changes where position = ${anchor.position}::bigint and at = ${anchor.at}::timestamptz) as anchored,
      (select coalesce(jsonb_agg(jsonb_build_object('position', position, 'item', item)), '[]')
        from site_changes
        where transaction >= coalesce(${horizon}::xid8, pg_snapshot_xmin(pg_current_snapshot()))) as changes`.execute(
    queries,
  );
  return rows[0]!;
}

/** Watches on a database. Nothing runs by itself: it looks when it is asked. */
export function watchSite(queries: Queries): SiteChanges {
  const listeners: ((items: ChangedItems) => void)[] = [];
  let anchor: Anchor | null = null;
  let seen: Seen = { horizon: null, positions: new Set() };
  let state = 0;
  let lookedAt = -Infinity;
  let asked = 0;
  let looking: Promise<number> | null = null;
  let next: Promise<number> | null = null;

  function changed(items: ChangedItems): void {
    state += 1;
    for (const listener of listeners) listener(items);
  }

  async function look(): Promise<number> {
    const [at, before] = [performance.now(), asked];
    const read = anchor === null ? null : await readSince(queries, anchor, seen.horizon);
    if (read === null || !read.anchored) {
      anchor = await setAnchor(queries);
      const { horizon, changes } = await readSince(queries, anchor, null);
      seen = { horizon, positions: new Set(changes.map(({ position }) => position)) };
      changed('any');
    } else {
      const fresh = read.changes.filter(({ position }) => !seen.positions.has(position));
      seen = { horizon: read.horizon, positions: new Set(read.changes.map(({ position }) => position)) };
      if (fresh.length > 0) changed([...new Set(fresh.flatMap(({ item }) => item ?? []))]);
    }
    if (before === asked) lookedAt = at;
    return state;
  }

  function begin(): Promise<number> {
    next = null;
    looking = look().finally(() => {
      looking = next;
    });
    return looking;
  }

  /** Who comes during a look waits for the next, which begins after they came. */
  const now = (): Promise<number> => (looking === null ? begin() : (next ??= looking.then(begin, begin)));

  function recent(): number | null {
    const age = performance.now() - lookedAt;
    if (age >= LOOK_EVERY_MS) return null;
    // A look that fails leaves this one to grow old; whoever looks then is told.
    if (age >= LOOK_AHEAD_MS && looking === null) begin().catch(() => undefined);
    return state;
  }

  return {
    recent,
    now,
    current: async () => recent() ?? now(),
    lookAgain: () => {
      asked += 1;
      lookedAt = -Infinity;
    },
    onChange: listener => void listeners.push(listener),
  };
}
