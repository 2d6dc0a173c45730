import { sql } from 'kysely';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { ItemImportRow } from '../../platform/database/schema.ts';
import { readStoredLine } from '../rules/import/import-line.ts';
import type { ImportLine } from '../rules/import/import-line.ts';
import { LINE_OUTCOMES } from '../rules/import/item-import.ts';
import type {
  ImportId,
  ImportMode,
  ImportSourceKind,
  ImportState,
  ItemImport,
  LineOutcome,
  OutcomeCounts,
  ReportLine,
} from '../rules/import/item-import.ts';
import type { ColumnCode, ItemId } from '../rules/ids.ts';
import type { ItemKind } from '../rules/item-kind.ts';

function importOf(row: ItemImportRow): ItemImport {
  return {
    id: row.id as ImportId,
    agency: row.agency as AgencyCode,
    preparedBy: row.prepared_by as StaffId | null,
    startedBy: row.started_by as StaffId | null,
    source: row.source as ImportSourceKind,
    place: row.place,
    file: row.file,
    name: row.name,
    mode: row.mode as ImportMode,
    origin: row.origin,
    column: row.column_code as ColumnCode | null,
    kind: row.kind as ItemKind | null,
    theme: row.theme,
    state: row.state as ImportState,
    total: row.total,
    done: row.done,
    trouble: row.trouble,
    preparedAt: Temporal.Instant.from(row.prepared_at),
    changedAt: Temporal.Instant.from(row.changed_at),
  };
}

/** An import by its id; undefined where there is none. */
export async function findImport(queries: Queries, id: ImportId): Promise<ItemImport | undefined> {
  const row = await queries.selectFrom('item_imports').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : importOf(row);
}

/** The import of a place on the server that has not ended; undefined where there is none. */
export async function findOpenImport(
  queries: Queries,
  agency: AgencyCode,
  place: string,
): Promise<ItemImport | undefined> {
  const row = await queries
    .selectFrom('item_imports')
    .selectAll()
    .where('agency', '=', agency)
    .where('place', '=', place)
    .where('state', 'not in', ['done', 'cancelled'])
    .executeTakeFirst();
  return row === undefined ? undefined : importOf(row);
}

/** The imports of an agency, the newest first, at most a hundred. */
export async function listImports(queries: Queries, agency: AgencyCode): Promise<readonly ItemImport[]> {
  const rows = await queries
    .selectFrom('item_imports')
    .selectAll()
    .where('agency', '=', agency)
    .orderBy('prepared_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(importOf);
}

/** The uploads whose trial or import goes on, the oldest first: what a serving process works on. */
export async function listUploadsUnderWay(queries: Queries): Promise<readonly ImportId[]> {
  const rows = await queries
    .selectFrom('item_imports')
    .select('id')
    .where('state', 'in', ['trying', 'importing'])
    .where('source', '=', 'upload')
    .orderBy('prepared_at')
    .execute();
  return rows.map(({ id }) => id as ImportId);
}

/** Uploads that were tried or paused and that nobody has touched since a moment. */
export async function listForgottenImports(queries: Queries, before: Temporal.Instant): Promise<readonly ImportId[]> {
  const rows = await queries
    .selectFrom('item_imports')
    .select('id')
    .where('source', '=', 'upload')
    .where('state', 'in', ['tried', 'paused'])
    .where('changed_at', '<', before.toString())
    .execute();
  return rows.map(({ id }) => id as ImportId);
}

const LINES_AT_ONCE = 1000;

/** Writes an import with all its lines, in the order in which they are to be dealt with. */
export async function insertImport(transaction: Queries, one: ItemImport, lines: readonly ImportLine[]): Promise<void> {
  await transaction
    .insertInto('item_imports')
    .values({
      id: one.id,
      agency: one.agency,
      prepared_by: one.preparedBy,
      started_by: one.startedBy,
      source: one.source,
      place: one.place,
      file: one.file,
      name: one.name,
      mode: one.mode,
      origin: one.origin,
      column_code: one.column,
      kind: one.kind,
      theme: one.theme,
      state: one.state,
      total: one.total,
      done: one.done,
      trouble: one.trouble,
      prepared_at: one.preparedAt.toString(),
      changed_at: one.changedAt.toString(),
    })
    .execute();
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    // PostgreSQL knows no NUL.
    const part = JSON.stringify(lines.slice(at, at + LINES_AT_ONCE)).replaceAll(String.raw`\u0000`, '');
    await sql`
      insert into item_import_lines (import, position, line)
      select ${one.id}::uuid, ${at}::integer + place::integer, line
      from jsonb_array_elements(${part}::jsonb) with ordinality listed (line, place)`.execute(transaction);
  }
}

/** The lines behind a mark, in their order. */
export async function listLines(
  queries: Queries,
  id: ImportId,
  after: number,
  most: number,
): Promise<readonly ImportLine[]> {
  const rows = await queries
    .selectFrom('item_import_lines')
    .select('line')
    .where('import', '=', id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(most)
    .execute();
  return rows.map(({ line }) => readStoredLine(line));
}

/**
 * Moves the mark from where it is thought to be, with the state that follows; false where it is elsewhere or the import does not go on.
 * The row stays locked until the transaction ends, so that of two who deal with the same lines one alone writes.
 */
export async function moveMark(
  transaction: Queries,
  { id, state, done }: Pick<ItemImport, 'id' | 'state' | 'done'>,
  to: { readonly done: number; readonly state: ImportState; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('item_imports')
    .set({ done: to.done, state: to.state, trouble: null, changed_at: to.at.toString() })
    .where('id', '=', id)
    .where('state', '=', state)
    .where('done', '=', done)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What became of a line, by its position. */
export type WrittenOutcome = {
  readonly position: number;
  readonly outcome: LineOutcome;
  readonly message: string | null;
  readonly item: ItemId | null;
};

/** Writes what became of lines. The text of what is an item now stands there, and goes from its line. */
export async function writeOutcomes(
  transaction: Queries,
  id: ImportId,
  outcomes: readonly WrittenOutcome[],
): Promise<void> {
  await sql`
    update item_import_lines l set outcome = o.outcome, message = o.message, item = o.item,
      line = case when o.item is null then l.line else l.line #- '{fields,body}' end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (position integer, outcome text, message text, item uuid)
    where l.import = ${id}::uuid and l.position = o.position`.execute(transaction);
}

/** Changes where an import stands, from a state in which it was seen; false where it is in another by now. */
export async function changeImport(
  transaction: Queries,
  id: ImportId,
  from: ImportState,
  to: {
    readonly state: ImportState;
    readonly at: Temporal.Instant;
    readonly trouble?: string;
    readonly startedBy?: StaffId;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('item_imports')
    .set({
      state: to.state,
      changed_at: to.at.toString(),
      trouble: to.trouble ?? null,
      ...(to.startedBy === undefined ? {} : { started_by: to.startedBy }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Forgets what a trial found, and goes back to the first line. */
export async function forgetTrial(transaction: Queries, id: ImportId): Promise<void> {
  await transaction.updateTable('item_imports').set({ done: 0 }).where('id', '=', id).execute();
  await transaction
    .updateTable('item_import_lines')
    .set({ outcome: null, message: null })
    .where('import', '=', id)
    .execute();
}

/** The file that was sent is not needed any more. */
export async function forgetFile(queries: Queries, id: ImportId): Promise<void> {
  await queries.updateTable('item_imports').set({ file: null }).where('id', '=', id).execute();
}

/** How many lines came to what. */
export async function countOutcomes(queries: Queries, id: ImportId): Promise<OutcomeCounts> {
  const rows = await queries
    .selectFrom('item_import_lines')
    .select(eb => ['outcome', eb.fn.countAll<number>().as('count')])
    .where('import', '=', id)
    .where('outcome', 'is not', null)
    .groupBy('outcome')
    .execute();
  const counts = new Map(rows.map(({ outcome, count }) => [outcome, count]));
  return Object.fromEntries(LINE_OUTCOMES.map(outcome => [outcome, counts.get(outcome) ?? 0])) as OutcomeCounts;
}

/** What was said of several lines that stayed out or became drafts, and of how many, the most first; at most ten. */
export async function listReasons(
  queries: Queries,
  id: ImportId,
): Promise<readonly { readonly message: string; readonly count: number }[]> {
  const rows = await queries
    .selectFrom('item_import_lines')
    .select(eb => ['message', eb.fn.countAll<number>().as('count')])
    .where('import', '=', id)
    .where('outcome', 'in', ['draft', 'refused'])
    .where('message', 'is not', null)
    .groupBy('message')
    .having(eb => eb.fn.countAll(), '>', 1)
    .orderBy('count', 'desc')
    .orderBy('message')
    .limit(10)
    .execute();
  return rows.map(({ message, count }) => ({ message: message!, count }));
}

export type ReportFilter = {
  readonly outcome: LineOutcome | null;
  /** Lines behind this position, and of those so many passed over. */
  readonly after: number;
  readonly skip?: number;
  readonly most: number;
};

/** The lines that were dealt with and what became of them, in their order, each with its position. */
export async function listReportLines(
  queries: Queries,
  id: ImportId,
  { outcome, after, skip = 0, most }: ReportFilter,
): Promise<readonly (ReportLine & { readonly position: number })[]> {
  let query = queries
    .selectFrom('item_import_lines as l')
    .leftJoin('items as i', 'i.id', 'l.item')
    .select(['l.position', 'l.line', 'l.outcome', 'l.message', 'l.item', 'i.index_number', 'i.address'])
    .where('l.import', '=', id)
    .where('l.position', '>', after);
  query = outcome === null ? query.where('l.outcome', 'is not', null) : query.where('l.outcome', '=', outcome);
  const rows = await query.orderBy('l.position').limit(most).offset(skip).execute();
  return rows.map(({ position, line, outcome: became, message, item, index_number, address }) => ({
    position,
    line: readStoredLine(line),
    outcome: became as LineOutcome | null,
    message,
    item: item === null ? null : { id: item as ItemId, indexNumber: index_number!, address },
  }));
}

const REPORT_AT_ONCE = 5000;

/** Every line of an import that was dealt with, and what became of it. */
export async function listReport(
  queries: Queries,
  { id, total }: Pick<ItemImport, 'id' | 'total'>,
): Promise<readonly ReportLine[]> {
  const lines: ReportLine[] = [];
  for (let after = 0; after < total;) {
    const part = await listReportLines(queries, id, { outcome: null, after, most: REPORT_AT_ONCE });
    if (part.length === 0) break;
    lines.push(...part);
    after = part.at(-1)!.position;
  }
  return lines;
}
