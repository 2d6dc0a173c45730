import type { ApplicantColumn } from '../../law/report-form/table-three.ts';
import { OUTCOME_ROWS_2021 } from '../../law/report-form/table-three.ts';
import { countYear, listYear } from '../../applications/store/yearly.register.store.ts';
import type { YearlyEntry, YearlyFilter } from '../../applications/store/yearly.register.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { countsOfGroups, kindsBehind } from '../rules/tally.ts';
import type { FormRow, Tally } from '../rules/tally.ts';

/** The counted cells of table three of agencies for a year, in one query; an agency without applications has noughts. */
export async function countTableThree(
  queries: Queries,
  agencies: readonly AgencyCode[],
  year: number,
): Promise<ReadonlyMap<AgencyCode, Tally<number>>> {
  const groups = Map.groupBy(await countYear(queries, agencies, year), ({ agency }) => agency);
  return new Map(agencies.map(agency => [agency, countsOfGroups(groups.get(agency) ?? [])]));
}

function filterOf(row: FormRow, column: ApplicantColumn): YearlyFilter {
  const base = { applicantKinds: kindsBehind(column), isNew: null, settled: null };
  if (row === 'new' || row === 'carried-in') return { ...base, isNew: row === 'new' };
  if (row === 'settled') return { ...base, settled: OUTCOME_ROWS_2021 };
  return { ...base, settled: row === 'carried-out' ? 'open' : [row] };
}

/** The applications behind a cell of table three, by receipt; at most `limit`. */
export async function listCell(
  queries: Queries,
  agency: AgencyCode,
  year: number,
  row: FormRow,
  column: ApplicantColumn,
  limit: number,
): Promise<readonly YearlyEntry[]> {
  return listYear(queries, agency, year, filterOf(row, column), limit);
}
