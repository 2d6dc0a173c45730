import { actColumns, entryFrom } from '../../kernel/act-log.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { StaffId } from '../../people/rules/staff-id.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { foldSiteReturn, readSiteReturnAct } from '../rules/site-return-log.ts';
import type { SiteReturn, SiteReturnEntry } from '../rules/site-return-log.ts';

/** Whose site's return on which year. */
export type SiteReturnRef = { readonly agency: AgencyCode; readonly year: number };

/** The log of a return, in its order; empty where nothing was done yet. */
export async function listSiteReturnEntries(
  queries: Queries,
  { agency, year }: SiteReturnRef,
): Promise<readonly SiteReturnEntry[]> {
  const rows = await queries
    .selectFrom('site_return_acts')
    .select(['sequence', 'kind', 'at', 'actor', 'facts'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('sequence')
    .execute();
  return rows.map(row => entryFrom(row, row.actor as StaffId | null, readSiteReturnAct));
}

/** Appends an entry. False: somebody else was faster and has its number. */
export async function appendSiteReturnEntry(
  queries: Queries,
  { agency, year }: SiteReturnRef,
  entry: SiteReturnEntry,
): Promise<boolean> {
  const row = await queries
    .insertInto('site_return_acts')
    .values({ agency, year, actor: entry.by, ...actColumns(entry) })
    .onConflict(conflict => conflict.columns(['agency', 'year', 'sequence']).doNothing())
    .returning('sequence')
    .executeTakeFirst();
  return row !== undefined;
}

/** The returns of all years that were begun, the newest first. */
export async function listSiteReturns(
  queries: Queries,
  agency?: AgencyCode,
): Promise<readonly (SiteReturnRef & { readonly state: SiteReturn })[]> {
  let years = queries.selectFrom('site_return_acts').select(['agency', 'year']).distinct();
  if (agency !== undefined) years = years.where('agency', '=', agency);
  const returns: (SiteReturnRef & { readonly state: SiteReturn })[] = [];
  for (const { agency: code, year } of await years.orderBy('year', 'desc').orderBy('agency').execute()) {
    const ref = { agency: code as AgencyCode, year };
    returns.push({ ...ref, state: foldSiteReturn(await listSiteReturnEntries(queries, ref)) });
  }
  return returns;
}
