import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { readYearAct } from '../rules/year-log.ts';
import { foldYear } from '../rules/report-year.ts';
import type { CorrectionNote, YearEntry, YearStage } from '../rules/year-log.ts';

/** Whose report on which year. */
export type YearRef = { readonly agency: AgencyCode; readonly year: number };

/** The log of a year's report, in its order; empty where it is not begun. */
export async function listYearEntries(queries: Queries, { agency, year }: YearRef): Promise<readonly YearEntry[]> {
  const rows = await queries
    .selectFrom('annual_report_acts')
    .select(['sequence', 'kind', 'at', 'actor', 'facts'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('sequence')
    .execute();
  return rows.map(row => entryFrom(row, row.actor as StaffId | null, readYearAct));
}

/** The years that an agency has begun, with where each stands. */
export async function listYears(queries: Queries, agency: AgencyCode): Promise<ReadonlyMap<number, YearStage>> {
  const rows = await queries.selectFrom('annual_report_years').select('year').where('agency', '=', agency).execute();
  const years = new Map<number, YearStage>();
  for (const { year } of rows) years.set(year, foldYear(await listYearEntries(queries, { agency, year })).stage);
  return years;
}

/** Begins a year: makes its row and holds it until the transaction ends. False: it is begun already. */
export async function insertYear(queries: Queries, { agency, year }: YearRef): Promise<boolean> {
  const row = await queries
    .insertInto('annual_report_years')
    .values({ agency, year, version: 1 })
    .onConflict(conflict => conflict.columns(['agency', 'year']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds the year's row until the transaction ends. */
export async function lockYear(queries: Queries, { agency, year }: YearRef): Promise<void> {
  await queries
    .selectFrom('annual_report_years')
    .select('version')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .forUpdate()
    .execute();
}

/** Appends an entry; the caller holds the row. */
export async function appendYearEntry(queries: Queries, { agency, year }: YearRef, entry: YearEntry): Promise<void> {
  await queries
    .insertInto('annual_report_acts')
    .values({ ...actColumns(entry), agency, year, actor: entry.by })
    .execute();
  await queries
    .updateTable('annual_report_years')
    .set({ version: entry.sequence })
    .where('agency', '=', agency)
    .where('year', '=', year)
    .execute();
}

/** The notes with which an agency's report on a year was corrected, by version. */
export async function listCorrections(
  queries: Queries,
  ref: YearRef,
): Promise<ReadonlyMap<number, CorrectionNote & { readonly on: Temporal.PlainDate }>> {
  const published = (await listYearEntries(queries, ref)).flatMap(({ act }) => (act.kind === 'published' ? [act] : []));
  return new Map(published.flatMap(({ version, on, note }) => (note === null ? [] : [[version, { ...note, on }]])));
}
