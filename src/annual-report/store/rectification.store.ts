import { sql } from 'kysely';
import type { ActRow } from '../../kernel/act-log.ts';
import { actColumns, actReader, entryFrom } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { foldRectification } from '../rules/rectification/rectification.ts';
import type { Rectification } from '../rules/rectification/rectification.ts';
import { RECTIFICATION_ACT_KINDS } from '../rules/rectification/rectification-log.ts';
import type {
  RectificationAct,
  RectificationEntry,
  RectificationId,
} from '../rules/rectification/rectification-log.ts';

/** Who ordered whom, of the report on which year. */
export type RectificationRef = {
  readonly id: RectificationId;
  readonly office: AgencyCode;
  readonly agency: AgencyCode;
  readonly year: number;
};

/** A rectification with its log and what the log says. */
export type RectificationFile = RectificationRef & {
  readonly log: readonly RectificationEntry[];
  readonly state: Rectification;
};

const readAct = actReader<RectificationAct>(RECTIFICATION_ACT_KINDS);

type FileRow = {
  readonly id: string;
  readonly office: string;
  readonly agency: string;
  readonly year: number;
  readonly acts: readonly (ActRow & { readonly actor: string | null })[];
};

function fileOf({ id, office, agency, year, acts }: FileRow): RectificationFile {
  const log = acts.map(row => entryFrom(row, row.actor as StaffId | null, readAct));
  const ref = { id: id as RectificationId, office: office as AgencyCode, agency: agency as AgencyCode, year };
  return { ...ref, log, state: foldRectification(log) };
}

const selectFiles = sql`
  select r.id, r.office, r.agency, r.year, (
    select jsonb_agg(jsonb_build_object('sequence', a.sequence, 'kind', a.kind, 'at', a.at, 'actor', a.actor, 'facts', a.facts)
                     order by a.sequence)
    from rectification_acts a where a.rectification = r.id
  ) as acts
  from rectifications r`;

/** One rectification with its log. */
export async function findRectification(queries: Queries, id: RectificationId): Promise<RectificationFile | undefined> {
  const { rows } = await sql<FileRow>`${selectFiles} where r.id = ${id}`.execute(queries);
  return rows.map(fileOf)[0];
}

/** The rectifications that an office has ordered, or that an agency was ordered, the latest first. */
export async function listRectifications(
  queries: Queries,
  whose: { readonly office: AgencyCode } | { readonly agency: AgencyCode },
): Promise<readonly RectificationFile[]> {
  const condition = 'office' in whose ? sql`r.office = ${whose.office}` : sql`r.agency = ${whose.agency}`;
  const { rows } = await sql<FileRow>`
    ${selectFiles} where ${condition} order by r.ordered_at desc, r.id desc`.execute(queries);
  return rows.map(fileOf);
}

/** How many orders wait for an answer of the agency, and how many answers wait for a check by the office. */
export async function countWaitingRectifications(queries: Queries, agency: AgencyCode): Promise<number> {
  const { count } = await queries
    .selectFrom('rectifications')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where(is =>
      is.or([
        is.and([is('agency', '=', agency), is('stage', '=', 'open')]),
        is.and([is('office', '=', agency), is('stage', '=', 'answered')]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Holds the row until the transaction ends. */
export async function lockRectification(queries: Queries, id: RectificationId): Promise<void> {
  await queries.selectFrom('rectifications').select('version').where('id', '=', id).forUpdate().execute();
}

async function insertEntry(queries: Queries, id: RectificationId, entry: RectificationEntry): Promise<void> {
  await queries
    .insertInto('rectification_acts')
    .values({ rectification: id, ...actColumns(entry), actor: entry.by })
    .execute();
}

/** Puts a rectification into the register with the order that begins its log. */
export async function insertRectification(
  queries: Queries,
  { id, office, agency, year }: RectificationRef,
  entry: RectificationEntry,
): Promise<void> {
  const { stage, dueOn } = foldRectification([entry]);
  const at = entry.at.toString();
  await queries
    .insertInto('rectifications')
    .values({ id, office, agency, year, version: entry.sequence, stage, due_on: dueOn.toString(), ordered_at: at })
    .execute();
  await insertEntry(queries, id, entry);
}

/** Appends an entry with what the log says then; the caller holds the row. */
export async function appendRectificationEntry(
  queries: Queries,
  id: RectificationId,
  entry: RectificationEntry,
  { stage, dueOn }: Rectification,
): Promise<void> {
  await insertEntry(queries, id, entry);
  await queries
    .updateTable('rectifications')
    .set({ version: entry.sequence, stage, due_on: dueOn.toString() })
    .where('id', '=', id)
    .execute();
}
