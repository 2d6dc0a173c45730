import { sql } from 'kysely';
import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { ActRow } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { foldDispute } from '../rules/dispute.ts';
import type { Dispute } from '../rules/dispute.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import { readDisputeAct } from '../rules/dispute-log.ts';
import type { DisputeEntry } from '../rules/dispute-log.ts';

/** A dispute with its log and what the log says. */
export type DisputeFile = {
  readonly id: DisputeId;
  readonly agency: AgencyCode;
  /** Who applied or sued, sealed (`dispute:<id>:party`). */
  readonly sealedParty: string;
  readonly log: readonly DisputeEntry[];
  readonly dispute: Dispute;
};

type DisputeActRow = ActRow & { readonly actor: string | null };

const entryOf = (row: DisputeActRow): DisputeEntry => entryFrom(row, row.actor as StaffId | null, readDisputeAct);

type FileRow = {
  readonly id: string;
  readonly agency: string;
  readonly sealed_party: string;
  readonly acts: readonly DisputeActRow[];
};

function fileOf({ id, agency, sealed_party: sealedParty, acts }: FileRow): DisputeFile {
  const log = acts.map(entryOf);
  return { id: id as DisputeId, agency: agency as AgencyCode, sealedParty, log, dispute: foldDispute(log) };
}

const selectFiles = sql`
  select d.id, d.agency, d.sealed_party, (
    select jsonb_agg(jsonb_build_object('sequence', a.sequence, 'kind', a.kind, 'at', a.at, 'actor', a.actor, 'facts', a.facts)
                     order by a.sequence)
    from dispute_acts a where a.dispute = d.id
  ) as acts
  from disputes d`;

/** One dispute with its log. */
export async function findDispute(queries: Queries, id: DisputeId): Promise<DisputeFile | undefined> {
  const { rows } = await sql<FileRow>`${selectFiles} where d.id = ${id}`.execute(queries);
  return rows.map(fileOf)[0];
}

/** All disputes of an agency, the latest entered first: there are few of them. */
export async function listDisputeFiles(queries: Queries, agency: AgencyCode): Promise<readonly DisputeFile[]> {
  const { rows } = await sql<FileRow>`
    ${selectFiles} where d.agency = ${agency} order by d.entered_at desc, d.id desc`.execute(queries);
  return rows.map(fileOf);
}

/** Holds the dispute's row until the transaction ends. False: there is none. */
export async function lockDispute(queries: Queries, id: DisputeId): Promise<boolean> {
  const row = await queries
    .selectFrom('disputes')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

async function insertEntry(queries: Queries, id: DisputeId, entry: DisputeEntry): Promise<void> {
  await queries
    .insertInto('dispute_acts')
    .values({ ...actColumns(entry), dispute: id, actor: entry.by })
    .execute();
}

/** Puts a dispute into the register with the entry that begins its log. */
export async function insertDispute(
  queries: Queries,
  dispute: { readonly id: DisputeId; readonly agency: AgencyCode; readonly sealedParty: string },
  entry: DisputeEntry,
): Promise<void> {
  await queries
    .insertInto('disputes')
    .values({
      id: dispute.id,
      agency: dispute.agency,
      sealed_party: dispute.sealedParty,
      version: entry.sequence,
      entered_at: entry.at.toString(),
    })
    .execute();
  await insertEntry(queries, dispute.id, entry);
}

/** Appends an entry behind those that the log has; the caller holds the row. */
export async function appendDisputeEntry(queries: Queries, id: DisputeId, entry: DisputeEntry): Promise<void> {
  await insertEntry(queries, id, entry);
  await queries.updateTable('disputes').set({ version: entry.sequence }).where('id', '=', id).execute();
}

/** Keeps the corrected name of who applied or sued. */
export async function saveParty(queries: Queries, id: DisputeId, sealedParty: string): Promise<void> {
  await queries.updateTable('disputes').set({ sealed_party: sealedParty }).where('id', '=', id).execute();
}
