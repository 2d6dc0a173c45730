import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import type { Dispute } from '../rules/dispute.ts';
import type { DisputeId } from '../rules/dispute-id.ts';
import { listDisputeFiles } from './dispute.store.ts';

/** The disputes of an agency as their logs tell them, the latest entered first; who applied or sued is not among it. */
export async function listDisputes(
  queries: Queries,
  agency: AgencyCode,
): Promise<readonly { readonly id: DisputeId; readonly dispute: Dispute }[]> {
  return (await listDisputeFiles(queries, agency)).map(({ id, dispute }) => ({ id, dispute }));
}
