import { actColumns, actReader, entryFrom } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import { getAgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { REPORT_ROUND_ACT_KINDS } from '../rules/collection/round-log.ts';
import type { RoundAct, RoundEntry } from '../rules/collection/round-log.ts';

/** Whose round on which year. */
export type RoundRef = { readonly office: AgencyCode; readonly year: number };

const readAct = actReader<RoundAct>(REPORT_ROUND_ACT_KINDS);

/** The log of a round in its order; empty where it was not opened. */
export async function listRoundEntries(queries: Queries, { office, year }: RoundRef): Promise<readonly RoundEntry[]> {
  const rows = await queries
    .selectFrom('report_round_acts')
    .select(['sequence', 'kind', 'at', 'actor', 'facts'])
    .where('office', '=', office)
    .where('year', '=', year)
    .orderBy('sequence')
    .execute();
  return rows.map(row => entryFrom(row, row.actor as StaffId | null, readAct));
}

/** The years for which an office has opened a round, the newest first. */
export async function listRoundYears(queries: Queries, office: AgencyCode): Promise<readonly number[]> {
  const rows = await queries
    .selectFrom('report_rounds')
    .select('year')
    .where('office', '=', office)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** The offices that collect the reports of a year. */
export async function listRoundOffices(queries: Queries, year: number): Promise<readonly AgencyCode[]> {
  const rows = await queries
    .selectFrom('report_rounds')
    .select('office')
    .where('year', '=', year)
    .orderBy('office')
    .execute();
  return rows.map(({ office }) => getAgencyCode(office));
}

/** Makes the row of a round. False: it is opened already. */
export async function insertRound(queries: Queries, { office, year }: RoundRef): Promise<boolean> {
  const row = await queries
    .insertInto('report_rounds')
    .values({ office, year, version: 1 })
    .onConflict(conflict => conflict.columns(['office', 'year']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds the round's row until the transaction ends. */
export async function lockRound(queries: Queries, { office, year }: RoundRef): Promise<void> {
  await queries
    .selectFrom('report_rounds')
    .select('version')
    .where('office', '=', office)
    .where('year', '=', year)
    .forUpdate()
    .execute();
}

/** Appends entries; the caller holds the row. */
export async function appendRoundEntries(
  queries: Queries,
  { office, year }: RoundRef,
  entries: readonly RoundEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await queries
    .insertInto('report_round_acts')
    .values(entries.map(entry => ({ office, year, ...actColumns(entry), actor: entry.by })))
    .execute();
  await queries
    .updateTable('report_rounds')
    .set({ version: entries.at(-1)!.sequence })
    .where('office', '=', office)
    .where('year', '=', year)
    .execute();
}
