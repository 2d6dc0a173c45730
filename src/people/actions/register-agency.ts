import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Agency } from '../rules/agency.ts';
import { readAgency } from '../rules/read-agency.ts';
import type { AgencyInput } from '../rules/read-agency.ts';
import { listLineage, saveAgency } from '../store/agency.store.ts';

/** Writes an agency inside a transaction that is open already. Refuses a parent that is not registered or stands below it. */
export async function writeAgency(transaction: Queries, agency: Agency): Promise<Result<Agency, string>> {
  const { code, parent } = agency;
  if (parent !== null) {
    const lineage = await listLineage(transaction, parent);
    if (lineage.length === 0) return refuse(`上级机构 ${parent} 尚未登记；请先登记上级机构`);
    if (lineage.includes(code)) return refuse(`机构 ${code} 是 ${parent} 的上级，不能反过来隶属于它`);
  }
  await saveAgency(transaction, agency);
  return ok(agency);
}

/**
 * Registers an agency, or changes what is registered under its code. Refuses, in one Chinese sentence, what is no agency,
 * a parent that is not registered, and a parent that stands below the agency itself.
 */
export async function registerAgency(queries: Queries, input: AgencyInput): Promise<Result<Agency, string>> {
  const agency = readAgency(input);
  if (!agency.ok) return agency;
  return queries.transaction().execute(transaction => writeAgency(transaction, agency.value));
}
