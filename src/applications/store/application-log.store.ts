import { sql } from 'kysely';
import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { ActRow } from '../../kernel/act-log.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { readAct } from '../rules/application-log.ts';
import type { Actor, Entry } from '../rules/application-log.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Projection } from '../rules/projection.ts';

type ActorColumns = { readonly actor_kind: string; readonly actor: string | null };

function actorOf(row: ActorColumns): Actor {
  if (row.actor_kind === 'officer') return { kind: 'officer', id: row.actor as StaffId };
  return { kind: row.actor_kind as Exclude<Actor['kind'], 'officer'> };
}

/** An entry of the log from its row. */
export const entryOf = (row: ActRow & ActorColumns): Entry => entryFrom(row, actorOf(row), readAct);

/** The log of an application in its order; empty where there is none. */
export async function listEntries(queries: Queries, id: ApplicationId): Promise<readonly Entry[]> {
  const rows = await queries
    .selectFrom('application_acts')
    .select(['sequence', 'kind', 'at', 'actor_kind', 'actor', 'facts'])
    .where('application', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(entryOf);
}

/** The columns of `applications` that are a projection of the log. */
export function projectionColumns(projection: Projection) {
  return {
    version: projection.version,
    stage: projection.stage,
    handler: projection.handler,
    applicant_kind: projection.applicantKind,
    channel: projection.channel,
    received_on: projection.receivedOn?.toString() ?? null,
    reply_due_on: projection.replyDueOn?.toString() ?? null,
    next_due_on: projection.nextDueOn?.toString() ?? null,
    waits_for: projection.waitsFor,
    provisional: projection.provisional,
    review_steps: [...projection.reviewSteps],
    delivery: projection.delivery,
    settled_on: projection.settledOn?.toString() ?? null,
    outcome: projection.outcome,
    done_late: projection.doneLate,
    counted: projection.counted,
    counted_on: projection.countedOn?.toString() ?? null,
    counted_outcome: projection.countedOutcome,
  };
}

/** Writes entries behind those that the log has. The caller holds the application's row, so that no two write at once. */
export async function insertEntries(queries: Queries, id: ApplicationId, entries: readonly Entry[]): Promise<void> {
  await queries
    .insertInto('application_acts')
    .values(
      entries.map(entry => ({
        ...actColumns(entry),
        application: id,
        actor_kind: entry.by.kind,
        actor: entry.by.kind === 'officer' ? entry.by.id : null,
      })),
    )
    .execute();
}

/**
 * Holds the application's row until the transaction ends and gives the version its log has; undefined where there is no such
 * application. Two officers who act at once are put in a row here: the second sees what the first has done.
 */
export async function lockApplication(queries: Queries, id: ApplicationId): Promise<number | undefined> {
  const row = await queries
    .selectFrom('applications')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.version;
}

/** Appends entries and writes the projection that follows from the whole log. */
export async function appendEntries(
  queries: Queries,
  id: ApplicationId,
  entries: readonly Entry[],
  projection: Projection,
): Promise<void> {
  await insertEntries(queries, id, entries);
  await queries.updateTable('applications').set(projectionColumns(projection)).where('id', '=', id).execute();
}

/** Waits until nobody else is lodging an application under this id, and keeps others waiting until the transaction ends. */
export async function waitForOthersLodging(queries: Queries, id: ApplicationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 8))`.execute(queries);
}

/** Takes the next number of an agency's year. Gapless: the row is held until the transaction ends, and falls back with it. */
export async function takeApplicationNumber(queries: Queries, agency: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into application_numbers as numbers (agency, year, last) values (${agency}, ${year}, 1)
    on conflict (agency, year) do update set last = numbers.last + 1 returning last`.execute(queries);
  return rows[0]!.last;
}
