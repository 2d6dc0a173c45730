import type { AgencyCode } from '../../people/rules/agency.ts';
import type { Queries } from '../../platform/database/pool.ts';
import { foldApplication } from '../rules/fold.ts';
import type { ApplicationId } from '../rules/ids.ts';
import type { Reply } from '../rules/reply.ts';
import { listEntries } from './application-log.store.ts';
import { isApplicationOf } from './yearly.register.store.ts';

/** The reply with which an application of the agency was settled first, and its day; undefined where none was. */
export async function findFirstReply(
  queries: Queries,
  agency: AgencyCode,
  id: ApplicationId,
): Promise<{ readonly reply: Reply; readonly on: Temporal.PlainDate } | undefined> {
  if (!(await isApplicationOf(queries, agency, id))) return undefined;
  const { earlierSettlements, settlement } = foldApplication(await listEntries(queries, id));
  const first = earlierSettlements[0] ?? settlement;
  return first?.kind === 'replied' ? { reply: first.reply, on: first.on } : undefined;
}
