import { findFirstReply } from '../../applications/store/reply.register.store.ts';
import { standingIn } from '../../disputes/rules/dispute.ts';
import { routeConflict } from '../../disputes/rules/route.ts';
import { listDisputes } from '../../disputes/store/dispute.register.store.ts';
import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';

/** The suits of a year that took another way than the law has for the answer they are about, a sentence each. */
export async function listRouteConflicts(
  queries: Queries,
  agency: AgencyCode,
  year: number,
): Promise<readonly string[]> {
  const conflicts: string[] = [];
  for (const { dispute } of await listDisputes(queries, agency)) {
    if (standingIn(dispute, year) === null || dispute.application === null) continue;
    const conflict = routeConflict(dispute, await findFirstReply(queries, agency, dispute.application));
    if (conflict !== null) conflicts.push(conflict);
  }
  return conflicts;
}
