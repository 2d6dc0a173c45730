import { sql } from 'kysely';
import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { readCatalogueAct } from '../rules/catalogue/catalogue-act.ts';
import type { CatalogueLogEntry } from '../rules/catalogue/catalogue-act.ts';
import type { CatalogueEntry } from '../rules/catalogue/catalogue-entry.ts';
import type { EntryId, StoredEntry } from '../rules/catalogue/stored-entry.ts';
import type { Actor } from '../rules/publication-log.ts';

/** A version as it is written: what a file made of a catalogue. */
export type NewVersion = {
  readonly keeper: AgencyCode;
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: Actor;
  readonly source: string;
  readonly fields: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
};

const actorColumns = (by: Actor) => ({ actor_kind: by.kind, actor: by.kind === 'officer' ? by.id : null });

/** Puts those that change one agency's catalogue in a row; gives the version that stands, 0 where there is none. */
export async function lockCatalogue(transaction: Queries, keeper: AgencyCode): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue'), hashtext(${keeper}))`.execute(transaction);
  const row = await transaction
    .selectFrom('catalogue_versions')
    .select(eb => eb.fn.max('version').as('version'))
    .where('keeper', '=', keeper)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export async function insertVersion(transaction: Queries, version: NewVersion): Promise<void> {
  const { at, by, fields, ...columns } = version;
  await transaction
    .insertInto('catalogue_versions')
    .values({ ...columns, at: at.toString(), ...actorColumns(by), fields: [...fields] })
    .execute();
}

/** Ends entries with a version: those that it no longer has, and those that it words anew. */
export async function endEntries(transaction: Queries, ids: readonly EntryId[], version: number): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('catalogue_entries')
    .set({ until: version })
    .where('id', 'in', [...ids])
    .where('until', 'is', null)
    .execute();
}

/** The most parameters of one statement are 65 535; an entry's row has 15. */
const AT_ONCE = 1000;

/** Begins entries with a version. */
export async function insertEntries(
  transaction: Queries,
  keeper: AgencyCode,
  since: number,
  entries: readonly { readonly id: EntryId; readonly entry: CatalogueEntry; readonly position: number }[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await transaction
      .insertInto('catalogue_entries')
      .values(
        entries.slice(from, from + AT_ONCE).map(({ id, entry, position }) => ({
          id,
          keeper,
          since,
          until: null,
          position,
          field: entry.field,
          first_item: entry.firstItem,
          second_item: entry.secondItem,
          elements: entry.elements,
          basis: entry.basis,
          deadline_text: entry.deadlineText,
          publisher: entry.publisher,
          channels: [...entry.channels],
          audience: entry.audience,
          ways: [...entry.ways],
          levels: [...entry.levels],
        })),
      )
      .execute();
}

/** Locks an entry that stands in a catalogue; undefined where there is none. */
export async function lockEntry(
  transaction: Queries,
  id: EntryId,
): Promise<Pick<StoredEntry, 'id' | 'keeper'> | undefined> {
  const row = await transaction
    .selectFrom('catalogue_entries')
    .select(['id', 'keeper'])
    .where('id', '=', id)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id as EntryId, keeper: row.keeper as AgencyCode };
}

type ActRow = {
  readonly entry: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly facts: unknown;
};

function entryOf(row: ActRow): CatalogueLogEntry {
  const by: Actor = row.actor_kind === 'officer' ? { kind: 'officer', id: row.actor as StaffId } : { kind: 'system' };
  return entryFrom(row, by, readCatalogueAct);
}

/** The logs of entries, or of all, by entry; entries without any are not in it. */
export async function listEntryLogs(
  queries: Queries,
  ids: readonly EntryId[] | 'all',
): Promise<ReadonlyMap<EntryId, readonly CatalogueLogEntry[]>> {
  if (ids !== 'all' && ids.length === 0) return new Map();
  let query = queries
    .selectFrom('catalogue_acts')
    .select(['entry', 'sequence', 'kind', 'at', 'actor_kind', 'actor', 'facts'])
    .orderBy('entry')
    .orderBy('sequence');
  if (ids !== 'all') query = query.where('entry', 'in', [...ids]);
  const logs = new Map<EntryId, CatalogueLogEntry[]>();
  for (const row of await query.execute()) {
    const id = row.entry as EntryId;
    const log = logs.get(id);
    if (log === undefined) logs.set(id, [entryOf(row)]);
    else log.push(entryOf(row));
  }
  return logs;
}

/** Adds acts to the logs of entries. */
export async function insertEntryActs(
  transaction: Queries,
  acts: readonly { readonly id: EntryId; readonly entry: CatalogueLogEntry }[],
): Promise<void> {
  for (let from = 0; from < acts.length; from += AT_ONCE)
    await transaction
      .insertInto('catalogue_acts')
      .values(
        acts
          .slice(from, from + AT_ONCE)
          .map(({ id, entry }) => ({ entry: id, ...actColumns(entry), ...actorColumns(entry.by) })),
      )
      .execute();
}
