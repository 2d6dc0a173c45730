import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { ActRow } from '../../kernel/act-log.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';
import { readAct } from '../rules/publication-log.ts';
import type { Actor, Entry } from '../rules/publication-log.ts';

type ActorColumns = { readonly actor_kind: string; readonly actor: string | null };

function entryOf(row: ActRow & ActorColumns): Entry {
  const by: Actor = row.actor_kind === 'officer' ? { kind: 'officer', id: row.actor as StaffId } : { kind: 'system' };
  return entryFrom(row, by, readAct);
}

/** The log of an item in its order; empty where there is none. */
export async function listEntries(queries: Queries, id: ItemId): Promise<readonly Entry[]> {
  const rows = await queries
    .selectFrom('item_acts')
    .select(['sequence', 'kind', 'at', 'actor_kind', 'actor', 'facts'])
    .where('item', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(entryOf);
}

/** The columns of `items` that are a projection. */
export function projectionColumns(projection: Projection) {
  return {
    version: projection.version,
    stage: projection.stage,
    visibility: projection.visibility,
    edition: projection.edition,
    public_edition: projection.publicEdition,
    column_code: projection.column,
    title: projection.title,
    document_number: projection.documentNumber,
    genre: projection.genre,
    theme: projection.theme,
    issuer: projection.issuer,
    made_on: projection.madeOn?.toString() ?? null,
    attribute: projection.attribute,
    publish_by: projection.publishBy?.toString() ?? null,
    next_step: projection.nextStep,
    publish_at: projection.publishAt?.toString() ?? null,
    address: projection.address,
    published_at: projection.publishedAt?.toString() ?? null,
    published_on: projection.publishedOn?.toString() ?? null,
    corrected_at: projection.correctedAt?.toString() ?? null,
    reassess_by: projection.reassessBy?.toString() ?? null,
    emergency_open: projection.emergencyOpen,
    mend_by: projection.mendBy?.toString() ?? null,
    effective_on: projection.effectiveOn?.toString() ?? null,
    expires_on: projection.expiresOn?.toString() ?? null,
    amended_on: projection.amendedOn?.toString() ?? null,
    ended_on: projection.endedOn?.toString() ?? null,
    ended_how: projection.endedHow,
    publicity_ends_on: projection.publicityEndsOn?.toString() ?? null,
    publicity_open: projection.publicityOpen,
    take_down_open: projection.takeDownOpen,
  };
}

/** The rows of entries, for one statement. */
export function entryRows(id: ItemId, entries: readonly Entry[]) {
  return entries.map(entry => ({
    ...actColumns(entry),
    item: id,
    actor_kind: entry.by.kind,
    actor: entry.by.kind === 'officer' ? entry.by.id : null,
  }));
}

/** Appends entries and writes the projection that follows from the whole log. */
export async function appendEntries(
  queries: Queries,
  id: ItemId,
  entries: readonly Entry[],
  projection: Projection,
): Promise<void> {
  await queries.insertInto('item_acts').values(entryRows(id, entries)).execute();
  await queries.updateTable('items').set(projectionColumns(projection)).where('id', '=', id).execute();
}
